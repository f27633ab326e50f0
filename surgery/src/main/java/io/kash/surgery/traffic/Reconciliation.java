package io.kash.surgery.traffic;

import io.kash.surgery.traffic.CanaryLine.Phase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Brings together what canaries counted and what is in their topic. Pure: lines and records come in, the account goes
 * out. Records of other operations are passed over.
 */
final class Reconciliation implements CanaryTopic.Reader {
    private final Map<String, Run> runs = new LinkedHashMap<>();

    Reconciliation(List<CanaryLine> lines) {
        lines.forEach(line -> runs.computeIfAbsent(line.run(), id -> new Run(line)).last = line);
    }

    private static final class Run {
        private final Instant begun;
        private final SortedMap<Integer, Seen> seen = new TreeMap<>();
        private CanaryLine last;

        Run(CanaryLine first) {
            begun = first.at();
            last = first;
        }
    }

    /** Records of one run in one partition. */
    private static final class Seen {
        private final Numbers numbers = new Numbers();
        private long highest = -1;
        private long duplicates;
        private long outOfOrder;

        void saw(long number) {
            if (!numbers.add(number)) {
                duplicates++;
            } else if (number < highest) {
                outOfOrder++;
            }
            highest = Math.max(highest, number);
        }
    }

    boolean nothingWritten() {
        return runs.isEmpty();
    }

    /** Where reading back has to begin: the smallest start of any run, by partition. */
    SortedMap<Integer, Long> from() {
        SortedMap<Integer, Long> from = new TreeMap<>();
        runs.values().forEach(run -> run.last
                .partitions()
                .forEach((partition, tally) -> from.merge(partition, tally.start(), Math::min)));
        return from;
    }

    @Override
    public void read(int partition, long offset, String text) {
        CanaryRecord.of(text).filter(record -> record.partition() == partition).ifPresent(record -> {
            Run run = runs.get(record.run());
            if (run != null) {
                run.seen.computeIfAbsent(partition, none -> new Seen()).saw(record.number());
            }
        });
    }

    /** @param readBack whether everything was read; otherwise nothing is called missing */
    CanaryAccount account(String topic, boolean readBack, List<String> notes) {
        List<CanaryAccount.Run> accounts = new ArrayList<>();
        runs.forEach((id, run) -> accounts.add(account(id, run, readBack)));
        return new CanaryAccount(topic, accounts, readBack, notes);
    }

    private static CanaryAccount.Run account(String id, Run run, boolean readBack) {
        long sent = 0;
        long acknowledged = 0;
        long failed = 0;
        long unknown = 0;
        SortedMap<Integer, Numbers> missing = new TreeMap<>();
        for (Map.Entry<Integer, CanaryLine.Tally> entry : run.last.partitions().entrySet()) {
            CanaryLine.Tally tally = entry.getValue();
            sent += tally.sent();
            acknowledged += tally.acknowledged().count();
            failed += tally.failed().count();
            unknown += tally.unknown().count();
            Numbers gone = tally.acknowledged().without(run.seen.getOrDefault(entry.getKey(), new Seen()).numbers);
            if (readBack && gone.count() > 0) {
                missing.put(entry.getKey(), gone);
            }
        }
        return new CanaryAccount.Run(
                id,
                run.begun,
                run.last.at(),
                run.last.phase() == Phase.ENDED,
                sent,
                acknowledged,
                failed,
                unknown,
                run.seen.values().stream()
                        .mapToLong(seen -> seen.numbers.count())
                        .sum(),
                missing,
                run.seen.values().stream().mapToLong(seen -> seen.duplicates).sum(),
                run.seen.values().stream().mapToLong(seen -> seen.outOfOrder).sum(),
                run.last.slowestMillis());
    }
}
