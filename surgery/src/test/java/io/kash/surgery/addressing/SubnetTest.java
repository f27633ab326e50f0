package io.kash.surgery.addressing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SubnetTest {
    private static final Subnet SUBNET = Subnet.of("10.0.1.0/24");

    @Test
    void an_address_is_counted_from_the_first_one() {
        assertThat(SUBNET.address(0)).isEqualTo("10.0.1.0");
        assertThat(SUBNET.address(10)).isEqualTo("10.0.1.10");
        assertThat(SUBNET.address(255)).isEqualTo("10.0.1.255");
        assertThat(Subnet.of("10.0.254.0/23").address(300)).isEqualTo("10.0.255.44");
        assertThat(Subnet.of("255.255.255.240/28").address(15)).isEqualTo("255.255.255.255");
    }

    @Test
    void what_lies_outside_has_no_address() {
        assertThatThrownBy(() -> SUBNET.address(256)).hasMessage("10.0.1.0/24 has no address 256");
        assertThatThrownBy(() -> SUBNET.address(-1)).hasMessage("10.0.1.0/24 has no address -1");
    }

    @Test
    void the_first_four_and_the_last_are_the_clouds() {
        assertThat(SUBNET.reserves(0)).isTrue();
        assertThat(SUBNET.reserves(3)).isTrue();
        assertThat(SUBNET.reserves(4)).isFalse();
        assertThat(SUBNET.reserves(254)).isFalse();
        assertThat(SUBNET.reserves(255)).isTrue();
    }

    @Test
    void it_knows_its_own_addresses() {
        assertThat(SUBNET.contains("10.0.1.0")).isTrue();
        assertThat(SUBNET.contains("10.0.1.255")).isTrue();
        assertThat(SUBNET.contains("10.0.2.0")).isFalse();
        assertThat(SUBNET.contains("10.0.0.255")).isFalse();
        assertThat(SUBNET.contains("zookeeper-1")).isFalse();
    }

    @Test
    void one_inside_of_another_overlaps_and_neighbours_do_not() {
        assertThat(SUBNET.overlaps(Subnet.of("10.0.1.128/25"))).isTrue();
        assertThat(Subnet.of("10.0.0.0/16").overlaps(SUBNET)).isTrue();
        assertThat(SUBNET.overlaps(Subnet.of("10.0.2.0/24"))).isFalse();
    }

    @Test
    void what_is_no_subnet_is_refused_with_what_one_looks_like() {
        assertThatThrownBy(() -> Subnet.of("ten")).hasMessage("'ten' is not a subnet; write it like 10.0.1.0/24");
        assertThatThrownBy(() -> Subnet.of("fd00::/64"))
                .hasMessage("'fd00::/64' is not a subnet; write it like 10.0.1.0/24");
        assertThatThrownBy(() -> Subnet.of("10.0.1.7/24"))
                .hasMessage("10.0.1.7/24 is an address inside of a subnet; write 10.0.1.0/24");
        assertThatThrownBy(() -> Subnet.of("10.0.256.0/24"))
                .hasMessage("'10.0.256.0' is not an address; an octet is at most 255");
        assertThatThrownBy(() -> Subnet.of("10.0.1.0/30")).hasMessage("/30 is no size of a subnet; 8 to 28 are");
        assertThatThrownBy(() -> Subnet.of("10.0.1.0.1/24"))
                .hasMessage("'10.0.1.0.1' is not an address; write it like 10.0.1.10");
    }
}
