package io.kash.commands.change;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import java.util.List;
import java.util.stream.Collectors;

/** Replicas as a list of brokers with their racks beside them: {@code 12a,4b,9c}. */
final class Replicas {
    private Replicas() {}

    static String shown(List<BrokerId> replicas, Cluster cluster) {
        return replicas.stream().map(broker -> shown(broker, cluster)).collect(Collectors.joining(","));
    }

    /** A rack of a single character stands beside the number; a longer one after a colon. */
    static String shown(BrokerId broker, Cluster cluster) {
        String rack = cluster.rack(broker).orElse("");
        return rack.length() > 1 ? broker + ":" + rack : broker + rack;
    }
}
