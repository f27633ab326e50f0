package io.kash.lab.traffic;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Holds what was acknowledged against what is read back. */
final class Reconciliation implements RecordLog.Reader {
    private static final int EXAMPLES = 10;

    private final Ledger ledger;
    private final Map<TopicPartition, BitSet> seen = new HashMap<>();
    private long duplicated;
    private long displaced;

    Reconciliation(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void record(TopicPartition partition, long offset, int sequence) {
        BitSet sequences = seen.computeIfAbsent(partition, key -> new BitSet());
        if (sequences.get(sequence)) {
            duplicated++;
            return;
        }
        sequences.set(sequence);
        long acknowledged = ledger.of(partition).offset(sequence);
        if (acknowledged >= 0 && acknowledged != offset) {
            displaced++;
        }
    }

    /**
     * The result, once the whole log has been shown.
     *
     * @param lost how many acknowledged records were not read back
     * @param examples the first of them, as {@code metrics-3 sequence 17 at offset 4711}
     * @param duplicated how often a record was read again
     * @param displaced how many records were read at another offset than the acknowledged one
     * @param unsettled how many records nothing was ever said about
     */
    record Result(long lost, List<String> examples, long duplicated, long displaced, long unsettled) {}

    Result result() {
        long lost = 0;
        long unsettled = 0;
        List<String> examples = new ArrayList<>();
        for (Map.Entry<TopicPartition, PartitionLedger> entry :
                ledger.partitions().entrySet()) {
            PartitionLedger sent = entry.getValue();
            BitSet sequences = seen.getOrDefault(entry.getKey(), new BitSet());
            for (int sequence = 0; sequence < sent.sent(); sequence++) {
                Fate fate = sent.fate(sequence);
                if (fate == Fate.PENDING) {
                    unsettled++;
                } else if (fate == Fate.ACKED && !sequences.get(sequence)) {
                    lost++;
                    if (examples.size() < EXAMPLES) {
                        examples.add(entry.getKey() + " sequence " + sequence + " at offset " + sent.offset(sequence));
                    }
                }
            }
        }
        return new Result(lost, List.copyOf(examples), duplicated, displaced, unsettled);
    }
}
