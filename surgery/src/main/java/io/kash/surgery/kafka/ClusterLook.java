package io.kash.surgery.kafka;

import io.kash.surgery.plan.Look;

/**
 * Asks for a {@link Cluster}: all brokers, and the topics selected, with their reassignments and settings. A topic named
 * that does not exist is left out of the answer.
 */
public record ClusterLook(Selection<String> topics) implements Look {
    @Override
    public Class<Cluster> part() {
        return Cluster.class;
    }

    @Override
    public Look and(Look other) {
        if (other instanceof ClusterLook look) {
            return new ClusterLook(topics.and(look.topics));
        }
        throw new IllegalArgumentException("not a look at the cluster: " + other);
    }
}
