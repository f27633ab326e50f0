package io.kash.surgery.kafka;

import io.kash.surgery.plan.Part;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** How far the logs of partitions reach. */
public record Offsets(SortedMap<TopicPartition, Log> logs) implements Part {
    /**
     * One partition's log, in records.
     *
     * @param leader empty when the partition is offline
     * @param earliest the first offset still there; empty when it was not asked for or could not be read
     * @param end the offset the next record gets, as consumers see it; empty when it could not be read
     * @param leaderEpoch the leader epoch at the end (KIP-320), where the broker says it
     */
    public record Log(Optional<BrokerId> leader, OptionalLong earliest, OptionalLong end, OptionalInt leaderEpoch) {}

    public Offsets {
        logs = Collections.unmodifiableSortedMap(new TreeMap<>(logs));
    }

    public Optional<Log> of(TopicPartition partition) {
        return Optional.ofNullable(logs.get(partition));
    }
}
