package io.kash.surgery.addressing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How addresses are calculated: the subnet of the zone plus an offset that keeps clear of what the cloud hands out.
 *
 * <p>Ids are dealt to the zones in turn, in the order of the zones' names: with zones a, b and c the first three ids are
 * the first servers of a, b and c, the next three the second ones, each one address further. So an id's address follows
 * from the id alone, and an ensemble that grows never moves a server. Another zone moves those of the second row on:
 * whoever adds one gives the servers that run their places by id first.
 *
 * @param offset the distance of each zone's first server from its subnet's first address
 * @param subnets by zone; at least one
 * @param firstId the id of the first server that is calculated, 1 or more
 * @param perZone the most servers of a zone; where it is empty, the subnet alone limits them
 * @param ports where each of them listens
 */
public record Rule(int offset, SortedMap<String, Subnet> subnets, int firstId, OptionalInt perZone, Ports ports) {
    public Rule {
        subnets = Collections.unmodifiableSortedMap(new TreeMap<>(subnets));
        if (subnets.isEmpty()) {
            throw new IllegalArgumentException("addresses are calculated from at least one subnet");
        }
    }

    /** One server in each zone, or as many as the rule says. */
    List<Integer> ids() {
        List<Integer> ids = new ArrayList<>();
        for (int i = 0; i < subnets.size() * perZone.orElse(1); i++) {
            ids.add(firstId + i);
        }
        return ids;
    }

    /** Whether the rule says anything of this id. */
    boolean covers(int id) {
        return id >= firstId && (perZone.isEmpty() || row(id) < perZone.getAsInt());
    }

    String zone(int id) {
        return List.copyOf(subnets.keySet()).get((id - firstId) % subnets.size());
    }

    Subnet subnet(int id) {
        return Optional.ofNullable(subnets.get(zone(id))).orElseThrow();
    }

    /** The place of a server whose distance lies in its subnet. */
    ServerPlace place(int id) {
        return new ServerPlace(id, Optional.of(zone(id)), subnet(id).address(distance(id)), ports);
    }

    /** How far the server's address is behind the first one of its subnet; may lie outside of it. */
    long distance(int id) {
        return (long) offset + row(id);
    }

    private int row(int id) {
        return (id - firstId) / subnets.size();
    }

    /** The zone whose subnet has the address. */
    Optional<String> zoneOf(String address) {
        return subnets.entrySet().stream()
                .filter(zone -> zone.getValue().contains(address))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Which ids it places: {@code 4 to 9}. */
    String reach() {
        List<Integer> ids = ids();
        return perZone.isEmpty() ? firstId + " and on" : firstId + " to " + ids.get(ids.size() - 1);
    }
}
