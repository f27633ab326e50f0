package io.kash.surgery.leadership;

import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.kafka.TopicGlob;
import io.kash.surgery.plan.Kind;
import io.kash.surgery.plan.Request;
import io.kash.surgery.plan.Scope;
import java.util.List;

/**
 * Bring leadership back to the preferred replicas.
 *
 * @param topics which topics; empty for all
 */
public record ElectRequest(String words, List<TopicGlob> topics) implements Request {
    public static final Kind KIND = Kind.of("kafka.elect/1");

    public ElectRequest {
        topics = List.copyOf(topics);
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Scope scope() {
        return Scope.of(new ClusterLook(Selection.all()));
    }

    boolean includes(String topic) {
        return TopicGlob.selects(topics, topic);
    }
}
