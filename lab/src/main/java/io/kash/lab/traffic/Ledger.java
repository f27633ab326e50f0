package io.kash.lab.traffic;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.common.TopicPartition;

/** Every record the lab's producer has sent, and what it was told about it. */
final class Ledger {
    private final Map<TopicPartition, PartitionLedger> partitions;
    private final Map<String, LongAdder> causes = new ConcurrentHashMap<>();
    private final LongAdder acked = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder unknown = new LongAdder();
    private final AtomicLong longestAckNanos = new AtomicLong();

    Ledger(List<TopicPartition> partitions) {
        this.partitions = new LinkedHashMap<>();
        partitions.forEach(partition -> this.partitions.put(partition, new PartitionLedger()));
    }

    /** Notes that a record is about to be sent, and numbers it. */
    int sending(TopicPartition partition) {
        return of(partition).nextSequence();
    }

    void acked(TopicPartition partition, int sequence, long offset, Duration latency) {
        of(partition).settle(sequence, Fate.ACKED, offset);
        acked.increment();
        longestAckNanos.accumulateAndGet(latency.toNanos(), Math::max);
    }

    void notAcked(TopicPartition partition, int sequence, Exception why) {
        Fate fate = Fate.ofFailure(why);
        of(partition).settle(sequence, fate, PartitionLedger.NO_OFFSET);
        (fate == Fate.FAILED ? failed : unknown).increment();
        causes.computeIfAbsent(why.getClass().getSimpleName() + ": " + why.getMessage(), cause -> new LongAdder())
                .increment();
    }

    PartitionLedger of(TopicPartition partition) {
        PartitionLedger ledger = partitions.get(partition);
        if (ledger == null) {
            throw new IllegalArgumentException("nothing is sent to " + partition);
        }
        return ledger;
    }

    Map<TopicPartition, PartitionLedger> partitions() {
        return partitions;
    }

    /** What has been settled so far. */
    TrafficCount count() {
        return new TrafficCount(acked.sum(), failed.sum(), unknown.sum(), Duration.ofNanos(longestAckNanos.get()));
    }

    /** How often each error was seen, by its text. */
    Map<String, Long> causes() {
        Map<String, Long> counted = new TreeMap<>();
        causes.forEach((cause, count) -> counted.put(cause, count.sum()));
        return counted;
    }
}
