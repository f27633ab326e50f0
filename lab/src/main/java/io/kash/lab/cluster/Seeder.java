package io.kash.lab.cluster;

import io.kash.lab.LabException;
import io.kash.lab.TopicSpec;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Fills topics with records nobody looks into, as fast as brokers replicate them. */
public record Seeder(Clients clients) {
    private static final int RECORD_BYTES = 8 * 1024;

    /**
     * What producers make about as large. A follower fetches 1 MiB of a partition at a time and throws the batch away that
     * is cut there; with batches of half a megabyte a fifteenth of what a throttle allows would go into that.
     */
    private static final int BATCH_BYTES = 4 * RECORD_BYTES;

    /** Spreads the bytes of each topic evenly over its partitions; back when every record is acknowledged. */
    public void seed(List<TopicSpec> topics) {
        Map<String, Object> fast = Map.of(
                ProducerConfig.BATCH_SIZE_CONFIG,
                BATCH_BYTES,
                ProducerConfig.LINGER_MS_CONFIG,
                20,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                32L * 1024 * 1024,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "none");
        byte[] value = new byte[RECORD_BYTES];
        new Random(1).nextBytes(value);
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        try (Producer<byte[], byte[]> producer = clients.producer("lab-seeder", fast)) {
            for (TopicSpec topic : topics) {
                seed(producer, topic, value, failure);
            }
            producer.flush();
        }
        Exception cause = failure.get();
        if (cause != null) {
            throw new LabException(
                    "cannot fill the lab's topics",
                    cause.toString(),
                    "see the brokers' logs in the lab's directory",
                    cause);
        }
    }

    private static void seed(
            Producer<byte[], byte[]> producer,
            TopicSpec topic,
            byte[] value,
            AtomicReference<@Nullable Exception> failure) {
        long records = (topic.bytes() + RECORD_BYTES - 1) / RECORD_BYTES;
        for (long i = 0; i < records && failure.get() == null; i++) {
            int partition = (int) (i % topic.partitions());
            var unused =
                    producer.send(new ProducerRecord<>(topic.name(), partition, null, value), (metadata, exception) -> {
                        if (exception != null) {
                            failure.compareAndSet(null, exception);
                        }
                    });
        }
    }
}
