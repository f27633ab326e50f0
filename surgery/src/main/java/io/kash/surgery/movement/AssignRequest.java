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

/** Put partitions where they are named, preferred leader first: the way back from a move. */
public record AssignRequest(
        String words,
        SortedMap<TopicPartition, List<BrokerId>> targets,
        ByteRate throttle,
        int window,
        int diskFreePercent)
        implements Request {
    public static final Kind KIND = Kind.of("kafka.assign/1");

    public AssignRequest {
        targets = Collections.unmodifiableSortedMap(new TreeMap<>(targets));
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String title() {
        return words;
    }

    @Override
    public Scope scope() {
        return Scope.of(
                new ClusterLook(Selection.all()), new DisksLook(Selection.all()), new ThrottlesLook(Selection.all()));
    }
}
