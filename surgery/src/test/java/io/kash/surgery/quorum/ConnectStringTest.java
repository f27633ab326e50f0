package io.kash.surgery.quorum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ConnectStringTest {
    @Test
    void theChrootIsNotPartOfTheLastServer() {
        ConnectString connect = ConnectString.of("z1:2181, z2:2182/kafka/prod");

        assertThat(connect.servers())
                .containsExactly(new ConnectString.Endpoint("z1", 2181), new ConnectString.Endpoint("z2", 2182));
        assertThat(connect.chroot()).isEqualTo("/kafka/prod");
    }

    @Test
    void aPortMayBeLeftOutAndAnAddressMayBeInBrackets() {
        assertThat(ConnectString.of("z1,[::1]:2182/").servers())
                .containsExactly(new ConnectString.Endpoint("z1", 2181), new ConnectString.Endpoint("::1", 2182));
    }

    @Test
    void whatIsNoAddressIsNamed() {
        assertThatThrownBy(() -> ConnectString.of("z1:2181,,z2:2181"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'' is not host:port");
    }
}
