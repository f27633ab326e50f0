package io.kash.lab.traffic;

import io.kash.lab.cluster.Clients;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/** The one member of the lab's consumer group: reads what is written, and commits after every batch it was given. */
final class GroupReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(10);

    private final Consumer<byte[], byte[]> consumer;
    private final CommittedOffsets offsets;
    private final LongAdder consumed = new LongAdder();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Threads.named("lab-consumer"));
    private volatile boolean ending;

    GroupReader(Clients clients, String group, CommittedOffsets offsets) {
        this.consumer = clients.consumer(
                "lab-consumer",
                Map.of(ConsumerConfig.GROUP_ID_CONFIG, group, ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest"));
        this.offsets = offsets;
    }

    void start(Collection<String> topics) {
        thread.execute(() -> {
            try (consumer) {
                consumer.subscribe(topics);
                while (!ending) {
                    readSome();
                }
            } catch (WakeupException e) {
                // Woken to end.
                ending = true;
            }
        });
    }

    private void readSome() {
        try {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                consumed.add(records.count());
                commit(records);
            }
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            // A commit that failed is tried again with the next batch: what the group does in any rebalance.
        }
    }

    private void commit(ConsumerRecords<byte[], byte[]> records) {
        Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
        Map<TopicPartition, Long> committed = new HashMap<>();
        for (TopicPartition partition : records.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> some = records.records(partition);
            long next = some.get(some.size() - 1).offset() + 1;
            positions.put(partition, new OffsetAndMetadata(next));
            committed.put(partition, next);
        }
        consumer.commitSync(positions);
        offsets.committed(committed);
    }

    long consumed() {
        return consumed.sum();
    }

    @Override
    public void close() {
        ending = true;
        consumer.wakeup();
        Threads.end(thread, STOPS_WITHIN);
    }
}
