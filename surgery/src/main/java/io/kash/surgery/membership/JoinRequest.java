package io.kash.surgery.membership;

import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.plan.Kind;
import io.kash.surgery.plan.Request;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.zookeeper.MembershipLook;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Make running servers members of the ensemble that vote.
 *
 * @param words the operator's words, for lists and progress
 * @param joiners in the order in which they join
 * @param settle how long the ensemble must have been whole before the next change
 * @param zones the zone of each server, members and joiners, by id; those whose zone nobody knows are left out
 */
public record JoinRequest(String words, List<Joiner> joiners, Duration settle, SortedMap<Integer, String> zones)
        implements Request {
    public static final Kind KIND = Kind.of("zookeeper.join/1");

    /**
     * A server that is to join.
     *
     * @param client where clients reach it, {@code host:port}
     * @param id the id it must say it has; empty where its own word is enough
     */
    public record Joiner(String client, OptionalInt id) {}

    public JoinRequest {
        joiners = List.copyOf(joiners);
        zones = Collections.unmodifiableSortedMap(new TreeMap<>(zones));
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Scope scope() {
        return Scope.of(
                new ClusterLook(Selection.all()),
                MembershipLook.with(joiners.stream().map(Joiner::client).toList()));
    }
}
