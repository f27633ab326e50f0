package io.kash.surgery.addressing;

import io.kash.surgery.plan.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which address belongs to which server id: a rule for those that are calculated, and the places of those that are not,
 * such as an old ensemble whose instances got whatever address there was.
 *
 * @param rule empty where every place is given
 * @param given places by id; they come before the rule
 */
public record Addressing(Optional<Rule> rule, SortedMap<Integer, ServerPlace> given) {
    /** Of an environment that says nothing. */
    public static final Addressing NONE = new Addressing(Optional.empty(), new TreeMap<>());

    /** What the file {@code myid} may hold (ZooKeeper administrator's guide, "Clustered (Multi-Server) Setup"). */
    private static final int HIGHEST_ID = 255;

    public Addressing {
        given = Collections.unmodifiableSortedMap(new TreeMap<>(given));
    }

    /** The ids it has places for: the given ones, and one server in each zone unless the rule says how many. */
    public SortedSet<Integer> ids() {
        SortedSet<Integer> ids = new TreeSet<>(given.keySet());
        rule.ifPresent(known -> ids.addAll(known.ids()));
        return ids;
    }

    /** The places of servers, as long as nobody else has them. */
    public Placement place(Collection<Integer> ids) {
        return place(ids, Map.of());
    }

    /**
     * The places of servers with every reason why they must not be used.
     *
     * @param ids of servers; of each one place, in their order as numbers
     * @param taken addresses that others have, each with who it is
     */
    public Placement place(Collection<Integer> ids, Map<String, String> taken) {
        List<ServerPlace> places = new ArrayList<>();
        List<Finding> refusals = new ArrayList<>();
        rule.ifPresent(known -> refusals.addAll(Faults.of(known)));
        for (int id : new TreeSet<>(ids)) {
            Optional<Finding> fault = fault(id);
            if (fault.isPresent()) {
                refusals.add(fault.get());
            } else {
                places.add(place(id));
            }
        }
        refusals.addAll(Faults.collisions(places));
        refusals.addAll(Faults.taken(places, taken));
        return new Placement(places, refusals);
    }

    private Optional<Finding> fault(int id) {
        if (id < 1 || id > HIGHEST_ID) {
            return Optional.of(Finding.refusal(
                    "server " + id + " cannot be", "a ZooKeeper server's id is 1 to " + HIGHEST_ID, "name another id"));
        }
        ServerPlace known = given.get(id);
        if (known != null) {
            return rule.flatMap(calculated -> Faults.reserved(known, calculated));
        }
        if (rule.filter(calculated -> calculated.covers(id)).isEmpty()) {
            return Optional.of(Finding.refusal(
                    "server " + id + " has no address",
                    rule.map(calculated -> "zookeeper.addressing calculates those of servers " + calculated.reach())
                            .orElse("zookeeper.addressing of the environment has no subnets to calculate it from"),
                    "name its address under zookeeper.addressing.servers"
                            + (rule.filter(calculated -> id >= calculated.firstId())
                                            .isPresent()
                                    ? ", or raise zookeeper.addressing.per-zone"
                                    : "")));
        }
        return rule.flatMap(calculated -> Faults.of(id, calculated));
    }

    private ServerPlace place(int id) {
        ServerPlace known = given.get(id);
        return known != null
                ? known.in(rule.flatMap(calculated -> calculated.zoneOf(known.host())))
                : rule.map(calculated -> calculated.place(id)).orElseThrow();
    }
}
