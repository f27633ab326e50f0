package io.kash.surgery.movement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kash.surgery.environment.ByteRate;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.DisksLook;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.kafka.ThrottlesLook;
import io.kash.surgery.kafka.TopicGlob;
import io.kash.surgery.plan.Kind;
import io.kash.surgery.plan.Request;
import io.kash.surgery.plan.Scope;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Move every replica off some brokers onto others. A drain is the same request: off the drained, onto the rest.
 *
 * @param words the operator's words, for lists and progress
 * @param from brokers that give up their replicas
 * @param to brokers that may receive them
 * @param topics which topics; empty for all. Kept as patterns, so that topics born during the move are included
 * @param throttle the most any broker sends or receives for this move
 * @param window the most partitions any broker sends, and the most it receives, at once
 * @param diskFreePercent how much of a volume must stay free after the move
 * @param level whether replicas, leaders and bytes of those that may receive are levelled too, which moves more
 */
public record MoveRequest(
        String words,
        SortedSet<BrokerId> from,
        SortedSet<BrokerId> to,
        List<TopicGlob> topics,
        ByteRate throttle,
        int window,
        int diskFreePercent,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean level)
        implements Request {
    public static final Kind KIND = Kind.of("kafka.move/1");

    /** All topics: those that are not moved count in the balance, and new ones must be seen. */
    public static final Scope SCOPE = Scope.of(
            new ClusterLook(Selection.all()), new DisksLook(Selection.all()), new ThrottlesLook(Selection.all()));

    public MoveRequest {
        from = Collections.unmodifiableSortedSet(new TreeSet<>(from));
        to = Collections.unmodifiableSortedSet(new TreeSet<>(to));
        topics = List.copyOf(topics);
    }

    /** Moves what has to move, and nothing else. */
    public MoveRequest(
            String words,
            SortedSet<BrokerId> from,
            SortedSet<BrokerId> to,
            List<TopicGlob> topics,
            ByteRate throttle,
            int window,
            int diskFreePercent) {
        this(words, from, to, topics, throttle, window, diskFreePercent, false);
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Scope scope() {
        return SCOPE;
    }

    boolean includes(String topic) {
        return TopicGlob.selects(topics, topic);
    }
}
