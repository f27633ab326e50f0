package io.kash.lab.traffic;

import io.kash.lab.cluster.Clients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Sends numbered records to every partition in turn, at a steady rate. */
final class RecordSender implements AutoCloseable {
    private static final int RECORDS_PER_SECOND = 200;
    /** What is not acknowledged by then counts as unknown. */
    private static final Duration DELIVERY_LIMIT = Duration.ofSeconds(60);

    private final Producer<byte[], byte[]> producer;
    private final Ledger ledger;
    private final List<TopicPartition> partitions;
    private final ScheduledExecutorService pace;
    private int next;

    RecordSender(Clients clients, List<TopicPartition> partitions, Ledger ledger) {
        this.producer = clients.producer(
                "lab-producer",
                Map.of(
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        (int) DELIVERY_LIMIT.toMillis(),
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        10_000,
                        ProducerConfig.LINGER_MS_CONFIG,
                        5,
                        ProducerConfig.BUFFER_MEMORY_CONFIG,
                        16L * 1024 * 1024));
        this.partitions = List.copyOf(partitions);
        this.ledger = ledger;
        this.pace = Executors.newSingleThreadScheduledExecutor(Threads.named("lab-producer-pace"));
    }

    void start() {
        long period = TimeUnit.SECONDS.toMicros(1) / RECORDS_PER_SECOND;
        var unused = pace.scheduleAtFixedRate(this::sendNext, 0, period, TimeUnit.MICROSECONDS);
    }

    private void sendNext() {
        TopicPartition partition = partitions.get(next);
        next = (next + 1) % partitions.size();
        int sequence = ledger.sending(partition);
        long sent = System.nanoTime();
        try {
            var unused = producer.send(LabRecord.of(partition, sequence), (metadata, exception) -> {
                if (exception == null) {
                    ledger.acked(partition, sequence, metadata.offset(), Duration.ofNanos(System.nanoTime() - sent));
                } else {
                    ledger.notAcked(partition, sequence, exception);
                }
            });
        } catch (KafkaException e) {
            ledger.notAcked(partition, sequence, e);
        }
    }

    /** Sends no more, and waits until something has been said about every record, or the delivery limit has passed. */
    void finish() {
        Threads.end(pace, DELIVERY_LIMIT);
        producer.close(DELIVERY_LIMIT);
    }

    /** Sends no more and waits for nothing. */
    @Override
    public void close() {
        pace.shutdownNow();
        producer.close(Duration.ZERO);
    }
}
