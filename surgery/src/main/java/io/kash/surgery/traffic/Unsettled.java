package io.kash.surgery.traffic;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Partition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Partitions that have just come to another leader. Their producers are told so, wait for a while and look for it anew
 * ({@code retry.backoff.ms}, {@code metadata} updates): what they feel is of no rate's making.
 */
final class Unsettled {
    /** Looks a producer takes to find its way. */
    private static final int LOOKS = 3;

    private final Map<Integer, Optional<BrokerId>> leaders = new HashMap<>();
    private final Map<Integer, Integer> left = new HashMap<>();

    /** Those of that topic, by this look; none where it is not looked at, since then nothing of it is moved. */
    Set<Integer> look(String topic, Cluster cluster) {
        left.replaceAll((partition, looks) -> looks - 1);
        left.values().removeIf(looks -> looks <= 0);
        cluster.topic(topic).ifPresent(found -> found.partitions().forEach(this::look));
        return new HashSet<>(left.keySet());
    }

    private void look(Partition partition) {
        int number = partition.name().partition();
        Optional<BrokerId> before = leaders.put(number, partition.leader());
        if (before != null && !before.equals(partition.leader())) {
            left.put(number, LOOKS);
        }
    }
}
