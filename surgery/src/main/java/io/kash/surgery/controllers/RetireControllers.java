package io.kash.surgery.controllers;

import io.kash.surgery.kafka.BrokerSettingsLook;
import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.MetadataQuorumLook;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.plan.Kind;
import io.kash.surgery.plan.Request;
import io.kash.surgery.plan.Scope;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Take controllers out of the metadata quorum.
 *
 * @param words the operator's words, for lists and progress
 * @param ids of those that leave
 * @param floor voters that must stay, at least
 * @param settle how long the quorum must have been whole before the next change
 * @param zones the zone of each controller, by id; those whose zone nobody knows are left out
 */
public record RetireControllers(
        String words, SortedSet<Integer> ids, int floor, Duration settle, SortedMap<Integer, String> zones)
        implements Request {
    public static final Kind KIND = Kind.of("kraft.retire/1");

    /** The setting by which a server that starts finds the quorum. */
    public static final String BOOTSTRAP = "controller.quorum.bootstrap.servers";

    public RetireControllers {
        ids = Collections.unmodifiableSortedSet(new TreeSet<>(ids));
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
                new BrokerSettingsLook(new TreeSet<>(List.of(BOOTSTRAP))),
                new MetadataQuorumLook());
    }
}
