package io.kash.surgery.addressing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kash.surgery.plan.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AddressingTest {
    private static final Map<String, String> THREE = Map.of("a", "10.0.1.0/24", "b", "10.0.2.0/24", "c", "10.0.3.0/24");

    @Test
    void ids_are_dealt_to_the_zones_in_turn_and_each_row_is_one_address_further() {
        Addressing addressing = addressing(10, THREE, 1, OptionalInt.empty(), Map.of());

        assertThat(hosts(addressing.place(List.of(4, 1, 2, 3, 6))))
                .containsExactly("1 a 10.0.1.10", "2 b 10.0.2.10", "3 c 10.0.3.10", "4 a 10.0.1.11", "6 c 10.0.3.11");
    }

    @Test
    void an_ensemble_that_grows_moves_no_server() {
        Placement three = addressing(10, THREE, 1, OptionalInt.of(1), Map.of()).place(List.of(1, 2, 3));
        Placement nine =
                addressing(10, THREE, 1, OptionalInt.of(3), Map.of()).place(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9));

        assertThat(nine.servers()).startsWith(three.servers().toArray(ServerPlace[]::new));
        assertThat(nine.refusals()).isEmpty();
    }

    @Test
    void servers_that_were_there_before_are_given_and_the_new_ones_are_calculated_behind_them() {
        Addressing addressing = addressing(
                10,
                THREE,
                4,
                OptionalInt.empty(),
                Map.of(1, "10.0.1.57", 2, "10.9.0.4:2889:3889;2182", 3, "zk-3.internal"));

        Placement placement = addressing.place(List.of(1, 2, 3, 4));

        assertThat(placement.refusals()).isEmpty();
        assertThat(placement.servers())
                .containsExactly(
                        new ServerPlace(1, Optional.of("a"), "10.0.1.57", Ports.USUAL),
                        new ServerPlace(2, Optional.empty(), "10.9.0.4", new Ports(2889, 3889, 2182)),
                        new ServerPlace(3, Optional.empty(), "zk-3.internal", Ports.USUAL),
                        new ServerPlace(4, Optional.of("a"), "10.0.1.10", Ports.USUAL));
        assertThat(placement.server(3).orElseThrow().byAddress()).isFalse();
    }

    @Test
    void without_a_count_it_has_one_server_a_zone() {
        assertThat(addressing(10, THREE, 4, OptionalInt.empty(), Map.of(1, "10.0.9.1"))
                        .ids())
                .containsExactly(1, 4, 5, 6);
        assertThat(addressing(10, THREE, 1, OptionalInt.of(2), Map.of()).ids()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void an_address_the_cloud_keeps_is_refused() {
        assertThat(refusals(addressing(3, THREE, 1, OptionalInt.empty(), Map.of()), 1))
                .containsExactly(Finding.refusal(
                        "server 1 would be 10.0.1.3, which is reserved in 10.0.1.0/24 (zone a)",
                        "the cloud keeps the first four addresses of a subnet, and the last",
                        "change zookeeper.addressing.offset"));
        assertThat(refusals(addressing(254, THREE, 1, OptionalInt.empty(), Map.of()), 1, 4))
                .extracting(Finding::what)
                .containsExactly("server 4 would be 10.0.1.255, which is reserved in 10.0.1.0/24 (zone a)");
        assertThat(refusals(addressing(10, THREE, 4, OptionalInt.empty(), Map.of(1, "10.0.2.2")), 1))
                .extracting(Finding::what)
                .containsExactly("server 1 is given 10.0.2.2, which is reserved in 10.0.2.0/24");
    }

    @Test
    void an_address_outside_of_the_subnet_is_refused() {
        assertThat(refusals(addressing(255, THREE, 1, OptionalInt.empty(), Map.of()), 4))
                .containsExactly(Finding.refusal(
                        "server 4 would be address 256 of 10.0.1.0/24 (zone a), outside of it",
                        "the subnet has 256 addresses, of which 4 to 254 can be used",
                        "lower zookeeper.addressing.offset, or use larger subnets"));
    }

    @Test
    void two_servers_at_one_address_are_refused() {
        assertThat(refusals(addressing(10, THREE, 4, OptionalInt.empty(), Map.of(1, "10.0.1.10")), 1, 4))
                .containsExactly(Finding.refusal(
                        "servers 1 and 4 would both be 10.0.1.10",
                        "an address belongs to one server",
                        "name another address for one of them under zookeeper.addressing.servers"));
    }

    @Test
    void servers_of_one_machine_are_told_apart_by_their_ports() {
        Addressing laptop = new Addressing(
                Optional.empty(),
                new TreeMap<>(Map.of(
                        1, ServerPlace.of(1, "127.0.0.1:20021:20031;20011", Ports.USUAL),
                        2, ServerPlace.of(2, "127.0.0.1:20022:20032;20012", Ports.USUAL),
                        3, ServerPlace.of(3, "127.0.0.1:20032:20033;20013", Ports.USUAL))));

        assertThat(refusals(laptop, 1, 2)).isEmpty();
        assertThat(refusals(laptop, 2, 3))
                .extracting(Finding::what)
                .containsExactly("servers 2 and 3 would both be 127.0.0.1");
    }

    @Test
    void an_address_that_somebody_else_has_is_refused() {
        assertThat(addressing(10, THREE, 1, OptionalInt.empty(), Map.of())
                        .place(List.of(1, 2), Map.of("10.0.2.10", "broker 7"))
                        .refusals())
                .containsExactly(Finding.refusal(
                        "server 2 would be 10.0.2.10, which broker 7 has",
                        "an address belongs to one machine",
                        "change zookeeper.addressing.offset, or free the address"));
    }

    @Test
    void subnets_that_overlap_are_refused() {
        assertThat(refusals(
                        addressing(
                                10, Map.of("a", "10.0.0.0/16", "b", "10.0.2.0/24"), 1, OptionalInt.empty(), Map.of()),
                        1))
                .containsExactly(Finding.refusal(
                        "the subnets of zones a and b overlap: 10.0.0.0/16 and 10.0.2.0/24",
                        "an address lies in one zone",
                        "correct zookeeper.addressing.subnets"));
    }

    @Test
    void an_id_without_a_place_is_refused_with_those_there_are() {
        assertThat(refusals(addressing(10, THREE, 4, OptionalInt.of(2), Map.of()), 3, 10, 256))
                .containsExactly(
                        Finding.refusal(
                                "server 3 has no address",
                                "zookeeper.addressing calculates those of servers 4 to 9",
                                "name its address under zookeeper.addressing.servers"),
                        Finding.refusal(
                                "server 10 has no address",
                                "zookeeper.addressing calculates those of servers 4 to 9",
                                "name its address under zookeeper.addressing.servers, or raise"
                                        + " zookeeper.addressing.per-zone"),
                        Finding.refusal(
                                "server 256 cannot be", "a ZooKeeper server's id is 1 to 255", "name another id"));
        assertThat(refusals(Addressing.NONE, 1))
                .extracting(Finding::limit)
                .containsExactly("zookeeper.addressing of the environment has no subnets to calculate it from");
    }

    @Test
    void every_refusal_is_told_at_once() {
        assertThat(refusals(addressing(255, THREE, 1, OptionalInt.empty(), Map.of(9, "10.0.1.2")), 1, 4, 9))
                .hasSize(3);
    }

    @Test
    void what_is_no_place_or_no_port_is_refused() {
        assertThatThrownBy(() -> ServerPlace.of(1, "10.0.1.5;2181", Ports.USUAL))
                .hasMessage("'10.0.1.5;2181' is no server's place; write an address, or like ZooKeeper"
                        + " 10.0.1.57:2888:3888;2181");
        assertThatThrownBy(() -> ServerPlace.of(1, "10.0.1.5:0:3888", Ports.USUAL))
                .hasMessage("0 is no port; 1 to 65535 are");
        assertThatThrownBy(() -> new Ports(2888, 2888, 2181))
                .hasMessage("quorum, election and client port must be three different ones");
    }

    private static List<String> hosts(Placement placement) {
        return placement.servers().stream()
                .map(server -> server.id() + " " + server.zone().orElse("-") + " " + server.host())
                .toList();
    }

    private static List<Finding> refusals(Addressing addressing, Integer... ids) {
        return addressing.place(List.of(ids)).refusals();
    }

    private static Addressing addressing(
            int offset, Map<String, String> subnets, int firstId, OptionalInt perZone, Map<Integer, String> given) {
        TreeMap<String, Subnet> byZone = new TreeMap<>();
        subnets.forEach((zone, subnet) -> byZone.put(zone, Subnet.of(subnet)));
        TreeMap<Integer, ServerPlace> places = new TreeMap<>();
        given.forEach((id, text) -> places.put(id, ServerPlace.of(id, text, Ports.USUAL)));
        return new Addressing(Optional.of(new Rule(offset, byZone, firstId, perZone, Ports.USUAL)), places);
    }
}
