package io.kash.surgery.check;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.Disks.LogDir;
import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Snapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Volumes without room for what they would receive: the part of each that must stay free stays free. Below Kafka 3.3 a
 * broker does not say how large its volumes are, and nothing can be checked.
 */
public final class RoomOnDisks implements Check {
    private final SortedMap<BrokerId, Long> incoming;
    private final int freePercent;

    /**
     * @param incoming bytes each broker would receive; brokers that are not named are not looked at
     * @param freePercent what must stay free of each broker's volumes, 0 to 100
     */
    public RoomOnDisks(SortedMap<BrokerId, Long> incoming, int freePercent) {
        this.incoming = Collections.unmodifiableSortedMap(new TreeMap<>(incoming));
        this.freePercent = freePercent;
    }

    /** Brokers that have no room even for nothing. */
    public static Check atRest(int freePercent) {
        return snapshot -> {
            SortedMap<BrokerId, Long> nothing = new TreeMap<>();
            snapshot.part(Disks.class).dirs().keySet().forEach(broker -> nothing.put(broker, 0L));
            return new RoomOnDisks(nothing, freePercent).look(snapshot);
        };
    }

    @Override
    public List<Finding> look(Snapshot snapshot) {
        List<Finding> findings = new ArrayList<>();
        incoming.forEach((broker, bytes) -> roomOn(
                        broker, bytes, snapshot.part(Disks.class).dirs().getOrDefault(broker, List.of()))
                .ifPresent(findings::add));
        return findings;
    }

    private Optional<Finding> roomOn(BrokerId broker, long bytes, List<LogDir> dirs) {
        if (dirs.isEmpty()
                || dirs.stream()
                        .anyMatch(dir ->
                                dir.totalBytes().isEmpty() || dir.usableBytes().isEmpty())) {
            return Optional.empty();
        }
        long total = dirs.stream().mapToLong(dir -> dir.totalBytes().orElse(0)).sum();
        long usable =
                dirs.stream().mapToLong(dir -> dir.usableBytes().orElse(0)).sum();
        return usable - bytes >= total / 100 * freePercent
                ? Optional.empty()
                : Optional.of(Finding.refusal(
                        "broker " + broker + (bytes > 0 ? " would receive " + bytes + " bytes and" : "") + " has "
                                + usable + " of " + total + " left",
                        freePercent + " % of its volume must stay free",
                        bytes > 0
                                ? "name more brokers with --to, grow the volume, or change limits.disk-free"
                                : "move replicas away with topics move, shorten retention, or grow the volume"));
    }
}
