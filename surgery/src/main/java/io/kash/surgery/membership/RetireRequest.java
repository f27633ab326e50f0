package io.kash.surgery.membership;

import io.kash.surgery.kafka.BrokerSettingsLook;
import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.naming.NamesLook;
import io.kash.surgery.plan.Kind;
import io.kash.surgery.plan.Request;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.quorum.Reach;
import io.kash.surgery.zookeeper.MembershipLook;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Take servers out of the ensemble.
 *
 * @param words the operator's words, for lists and progress
 * @param ids of those that leave
 * @param floor voters that must stay, at least
 * @param settle how long the ensemble must have been whole before the next change
 * @param known the list that kash itself finds the ensemble by, as the environments file has it
 * @param names host names that stand in that list and in those of brokers
 * @param zones the zone of each member, by id; those whose zone nobody knows are left out
 * @param stops the program that stops the process of one that left, by its id; nothing is stopped where there is none
 */
public record RetireRequest(
        String words,
        SortedSet<Integer> ids,
        int floor,
        Duration settle,
        String known,
        SortedSet<String> names,
        SortedMap<Integer, String> zones,
        SortedMap<Integer, List<String>> stops)
        implements Request {
    public static final Kind KIND = Kind.of("zookeeper.retire/1");

    public RetireRequest {
        ids = Collections.unmodifiableSortedSet(new TreeSet<>(ids));
        names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
        zones = Collections.unmodifiableSortedMap(new TreeMap<>(zones));
        stops = Collections.unmodifiableSortedMap(new TreeMap<>(stops));
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Scope scope() {
        Scope scope =
                Scope.of(new ClusterLook(Selection.all()), new BrokerSettingsLook(), MembershipLook.with(List.of()));
        return names.isEmpty() ? scope : scope.and(Scope.of(new NamesLook(names)));
    }

    /** The host names that stand in these lists. */
    public static SortedSet<String> named(Collection<String> lists) {
        return Reach.named(lists);
    }
}
