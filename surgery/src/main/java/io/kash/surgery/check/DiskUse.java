package io.kash.surgery.check;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.Disks.LogDir;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** How full one log directory's volume is. */
public record DiskUse(BrokerId broker, LogDir dir) {
    /** All directories, the fullest first; those that do not say how full they are last. */
    public static List<DiskUse> of(Disks disks) {
        return disks.dirs().entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(dir -> new DiskUse(entry.getKey(), dir)))
                .sorted(Comparator.comparing((DiskUse use) -> -use.percent().orElse(-1))
                        .thenComparing(DiskUse::broker)
                        .thenComparing(use -> use.dir().path()))
                .toList();
    }

    /** What is taken of the volume, by Kafka or by others; empty when the broker does not say. */
    public OptionalLong usedBytes() {
        return known()
                ? OptionalLong.of(
                        dir.totalBytes().getAsLong() - dir.usableBytes().getAsLong())
                : OptionalLong.empty();
    }

    /** 0 to 100, rounded down. */
    public OptionalInt percent() {
        return known() && dir.totalBytes().getAsLong() > 0
                ? OptionalInt.of((int)
                        (usedBytes().getAsLong() / (double) dir.totalBytes().getAsLong() * 100))
                : OptionalInt.empty();
    }

    public boolean online() {
        return dir.error().isEmpty();
    }

    private boolean known() {
        return dir.totalBytes().isPresent() && dir.usableBytes().isPresent();
    }
}
