package io.kash.surgery.addressing;

import io.kash.surgery.plan.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Why addresses must not be used. */
final class Faults {
    private static final String RESERVED = "the cloud keeps the first four addresses of a subnet, and the last";

    private Faults() {}

    /** Zones whose subnets overlap: one address would belong to two servers. */
    static List<Finding> of(Rule rule) {
        List<Finding> faults = new ArrayList<>();
        List<Map.Entry<String, Subnet>> zones = List.copyOf(rule.subnets().entrySet());
        for (int i = 0; i < zones.size(); i++) {
            for (int j = i + 1; j < zones.size(); j++) {
                Map.Entry<String, Subnet> one = zones.get(i);
                Map.Entry<String, Subnet> other = zones.get(j);
                if (one.getValue().overlaps(other.getValue())) {
                    faults.add(Finding.refusal(
                            "the subnets of zones " + one.getKey() + " and " + other.getKey() + " overlap: "
                                    + one.getValue() + " and " + other.getValue(),
                            "an address lies in one zone",
                            "correct zookeeper.addressing.subnets"));
                }
            }
        }
        return faults;
    }

    /** A calculated address that is not in the subnet, or not ours to use. */
    static Optional<Finding> of(int id, Rule rule) {
        Subnet subnet = rule.subnet(id);
        long distance = rule.distance(id);
        if (distance < 0 || distance >= subnet.size()) {
            return Optional.of(Finding.refusal(
                    "server " + id + " would be address " + distance + " of " + subnet + " (zone " + rule.zone(id)
                            + "), outside of it",
                    "the subnet has " + subnet.size() + " addresses, of which " + Subnet.RESERVED_FIRST + " to "
                            + (subnet.size() - 2) + " can be used",
                    "lower zookeeper.addressing.offset, or use larger subnets"));
        }
        return subnet.reserves(distance)
                ? Optional.of(Finding.refusal(
                        "server " + id + " would be " + subnet.address(distance) + ", which is reserved in " + subnet
                                + " (zone " + rule.zone(id) + ")",
                        RESERVED,
                        "change zookeeper.addressing.offset"))
                : Optional.empty();
    }

    /** A given address that the cloud would not have given. */
    static Optional<Finding> reserved(ServerPlace given, Rule rule) {
        return rule.zoneOf(given.host())
                .map(zone -> Optional.ofNullable(rule.subnets().get(zone)).orElseThrow())
                .filter(subnet -> subnet.reserves(subnet.offset(given.host())))
                .map(subnet -> Finding.refusal(
                        "server " + given.id() + " is given " + given.host() + ", which is reserved in " + subnet,
                        RESERVED,
                        "correct zookeeper.addressing.servers." + given.id()));
    }

    static List<Finding> collisions(List<ServerPlace> places) {
        List<Finding> faults = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            for (int j = i + 1; j < places.size(); j++) {
                ServerPlace one = places.get(i);
                ServerPlace other = places.get(j);
                if (one.collides(other)) {
                    faults.add(Finding.refusal(
                            "servers " + one.id() + " and " + other.id() + " would both be " + one.host(),
                            "an address belongs to one server",
                            "name another address for one of them under zookeeper.addressing.servers"));
                }
            }
        }
        return faults;
    }

    static List<Finding> taken(List<ServerPlace> places, Map<String, String> taken) {
        return places.stream()
                .filter(place -> taken.containsKey(place.host()))
                .map(place -> Finding.refusal(
                        "server " + place.id() + " would be " + place.host() + ", which " + taken.get(place.host())
                                + " has",
                        "an address belongs to one machine",
                        "change zookeeper.addressing.offset, or free the address"))
                .toList();
    }
}
