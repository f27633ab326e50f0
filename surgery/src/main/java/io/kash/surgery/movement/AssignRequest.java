package io.kash.surgery.movement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kash.surgery.environment.ByteRate;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.DisksLook;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.kafka.ThrottlesLook;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.plan.Kind;
import io.kash.surgery.plan.Request;
import io.kash.surgery.plan.Scope;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Put partitions where they are named, preferred leader first: the way back from a move.
 *
 * @param topicIds which topics are meant, by name: one that was deleted and created again bears the name of what was
 *     moved and is another, with other replicas and perhaps more of them. A name that is not in it means any
 */
public record AssignRequest(
        String words,
        SortedMap<TopicPartition, List<BrokerId>> targets,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<String, String> topicIds,
        ByteRate throttle,
        int window,
        int diskFreePercent)
        implements Request {
    public static final Kind KIND = Kind.of("kafka.assign/1");

    public AssignRequest {
        targets = Collections.unmodifiableSortedMap(new TreeMap<>(targets));
        topicIds = Collections.unmodifiableSortedMap(
                new TreeMap<>(Objects.requireNonNullElse(topicIds, new TreeMap<String, String>())));
    }

    /** For whatever topics bear those names. */
    public AssignRequest(
            String words,
            SortedMap<TopicPartition, List<BrokerId>> targets,
            ByteRate throttle,
            int window,
            int diskFreePercent) {
        this(words, targets, new TreeMap<>(), throttle, window, diskFreePercent);
    }

    /** The same for those topics only that bear the names now. */
    AssignRequest of(Cluster cluster) {
        SortedMap<String, String> ids = new TreeMap<>();
        Set<String> names = targets.keySet().stream().map(TopicPartition::topic).collect(Collectors.toSet());
        names.forEach(name -> cluster.topic(name).ifPresent(topic -> ids.put(name, topic.id())));
        return new AssignRequest(words, targets, ids, throttle, window, diskFreePercent);
    }

    /** The partition of that name, if it is one of the topic that is meant. */
    Optional<Partition> meant(TopicPartition name, Cluster cluster) {
        return cluster.topic(name.topic())
                .filter(topic -> topicIds.getOrDefault(topic.name(), topic.id()).equals(topic.id()))
                .flatMap(topic -> cluster.partition(name));
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
