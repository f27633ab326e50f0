package io.kash.surgery.controllers;

import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.MetadataQuorumLook;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.plan.Kind;
import io.kash.surgery.plan.Request;
import io.kash.surgery.plan.Scope;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Make running controllers voters of the metadata quorum.
 *
 * @param words the operator's words, for lists and progress
 * @param joiners in the order in which they join
 * @param settle how long the quorum must have been whole before the next change
 * @param zones the zone of each controller, by id; those whose zone nobody knows are left out
 */
public record JoinControllers(String words, List<Joiner> joiners, Duration settle, SortedMap<Integer, String> zones)
        implements Request {
    public static final Kind KIND = Kind.of("kraft.join/1");

    /**
     * A controller that is to vote.
     *
     * @param address where its listener is, {@code host:port}; empty when the quorum is to say it
     */
    public record Joiner(int id, Optional<String> address) {}

    public JoinControllers {
        joiners = List.copyOf(joiners);
        zones = Collections.unmodifiableSortedMap(new TreeMap<>(zones));
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Scope scope() {
        TreeSet<String> addresses = new TreeSet<>();
        joiners.forEach(joiner -> joiner.address().ifPresent(addresses::add));
        return Scope.of(new ClusterLook(Selection.all()), new MetadataQuorumLook(addresses));
    }
}
