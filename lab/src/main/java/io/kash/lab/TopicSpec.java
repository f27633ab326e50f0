package io.kash.lab;

/**
 * A topic the lab creates before it says that it is ready.
 *
 * @param name its name
 * @param partitions how many partitions it has; every one has three replicas, or as many as there are old brokers
 * @param bytes roughly how many bytes of records it is seeded with, counted once and not per replica
 */
public record TopicSpec(String name, int partitions, long bytes) {
    public TopicSpec {
        if (partitions < 1 || bytes < 0) {
            throw new IllegalArgumentException("topic " + name + ": needs a partition and no negative size");
        }
    }
}
