package io.kash.lab.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.lab.ExtraListener;
import io.kash.lab.LabSpec;
import io.kash.lab.Mode;
import io.kash.lab.server.Roster;
import java.util.Collection;
import org.junit.jupiter.api.Test;

final class AddressPlanTest {
    private final AddressPlan own = new AddressPlan(61, true);
    private final AddressPlan one = new AddressPlan(61, false);

    @Test
    void every_server_has_its_own_address_in_its_zone_on_the_standard_port() {
        assertThat(own.zooKeeper(1)).hasToString("127.61.1.11:2181");
        assertThat(own.zooKeeper(3)).hasToString("127.61.3.11:2181");
        assertThat(own.controller(2)).hasToString("127.61.2.16:9093");
        assertThat(own.broker(1)).hasToString("127.61.1.21:9092");
        assertThat(own.broker(12)).hasToString("127.61.2.31:9092");
    }

    @Test
    void the_fourth_of_a_kind_is_the_second_in_its_zone() {
        assertThat(own.broker(4)).hasToString("127.61.1.22:9092");
        assertThat(own.broker(14)).hasToString("127.61.1.32:9092");
    }

    @Test
    void with_one_address_a_network_is_a_hundred_ports() {
        assertThat(one.broker(1)).hasToString("127.0.0.1:20151");
        assertThat(one.broker(11)).hasToString("127.0.0.1:20161");
        assertThat(one.zooKeeper(1)).hasToString("127.0.0.1:20111");
    }

    @Test
    void no_two_servers_share_an_endpoint() {
        LabSpec biggest = LabSpec.bare()
                .withQuorum(9)
                .withOldBrokers(9)
                .withNewBrokers(9)
                .withExtraListener(new ExtraListener("ONE", "SSL"));
        for (Mode mode : Mode.values()) {
            assertThat(endpoints(biggest.withMode(mode), own)).doesNotHaveDuplicates();
            assertThat(endpoints(biggest.withMode(mode), one))
                    .doesNotHaveDuplicates()
                    .allSatisfy(endpoint -> assertThat(endpoint.port()).isBetween(20_101, 20_199));
        }
    }

    private static Collection<Endpoint> endpoints(LabSpec spec, AddressPlan plan) {
        return Roster.everyEndpoint(spec, plan);
    }
}
