package io.kash.surgery.movement;

import io.kash.surgery.environment.ByteRate;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.DisksLook;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.kafka.ThrottlesLook;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.plan.Kind;
import io.kash.surgery.plan.Request;
import io.kash.surgery.plan.Scope;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Take over reassignments that somebody else has started, and see them through.
 *
 * @param targets where each is on its way to; one that goes elsewhere by now is not taken over
 */
public record AdoptRequest(
        String words, SortedMap<TopicPartition, List<BrokerId>> targets, ByteRate throttle, int diskFreePercent)
        implements Request {
    public static final Kind KIND = Kind.of("kafka.adopt/1");

    public AdoptRequest {
        targets = Collections.unmodifiableSortedMap(new TreeMap<>(targets));
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Scope scope() {
        return Scope.of(
                new ClusterLook(Selection.all()), new DisksLook(Selection.all()), new ThrottlesLook(Selection.all()));
    }
}
