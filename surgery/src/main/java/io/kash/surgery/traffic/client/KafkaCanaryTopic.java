package io.kash.surgery.traffic.client;

import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.References;
import io.kash.surgery.kafka.client.ClientSettings;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.traffic.CanaryTopic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.NetworkException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * The canary's topic in a real cluster. The producer is idempotent with acks=all (KIP-98, KIP-679), so what it is told is
 * acknowledged is in the log once, and gives every record {@value #DELIVERY_MILLIS} ms.
 */
public final class KafkaCanaryTopic implements CanaryTopic {
    private static final int DELIVERY_MILLIS = 20_000;
    private static final int REQUEST_MILLIS = 5_000;
    /** Longer than finding a new leader takes, so that a beat waits rather than fails. */
    private static final int ROOM_MILLIS = 5_000;

    private static final Duration CLOSES_WITHIN = Duration.ofSeconds(2);

    private final Environment environment;
    private final ClientSettings settings;
    private final String topic;
    private final AtomicInteger underWay = new AtomicInteger();
    private @Nullable KafkaProducer<byte[], byte[]> producer;
    private boolean closed;

    private KafkaCanaryTopic(Environment environment, ClientSettings settings, String topic) {
        this.environment = environment;
        this.settings = settings;
        this.topic = topic;
    }

    /** @param references resolves what client properties refer to */
    public static Opener opener(References references) {
        return (environment, topic) -> new KafkaCanaryTopic(environment, new ClientSettings(references), topic);
    }

    @Override
    public void send(int partition, String text, Consumer<Fate> told) {
        underWay.incrementAndGet();
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic, partition, null, text.getBytes(StandardCharsets.UTF_8));
        AtomicInteger once = new AtomicInteger();
        Consumer<Fate> tell = fate -> {
            if (once.getAndIncrement() == 0) {
                underWay.decrementAndGet();
                told.accept(fate);
            }
        };
        try {
            var unused = producer().send(record, (metadata, error) -> tell.accept(fate(error)));
        } catch (KafkaException e) {
            tell.accept(fate(e));
        }
    }

    private static Fate fate(@Nullable Exception error) {
        if (error == null) {
            return Fate.ACKNOWLEDGED;
        }
        // Its time was over, or the producer was closed over it: whether it arrived is not known.
        boolean unknown = error instanceof TimeoutException
                || error instanceof NetworkException
                || error instanceof RetriableException
                || error.getClass().equals(KafkaException.class);
        return unknown ? Fate.UNKNOWN : Fate.FAILED;
    }

    @Override
    public void settle(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (underWay.get() > 0
                && System.nanoTime() < end
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    @Override
    public boolean read(SortedMap<Integer, Long> from, Reader reader, Duration atMost) {
        Map<TopicPartition, Long> starts = new HashMap<>();
        from.forEach((partition, offset) -> starts.put(new TopicPartition(topic, partition), offset));
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(consumerSettings())) {
            consumer.assign(starts.keySet());
            starts.forEach(consumer::seek);
            return read(consumer, consumer.endOffsets(starts.keySet()), reader, atMost);
        } catch (KafkaException e) {
            throw Problem.failed(
                            "the canary's topic cannot be read",
                            environment.name() + ", topic " + topic,
                            String.valueOf(e.getMessage()),
                            "")
                    .asException(e);
        }
    }

    private static boolean read(
            KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends, Reader reader, Duration atMost) {
        long over = System.nanoTime() + atMost.toNanos();
        Map<TopicPartition, Long> left = new TreeMap<>(java.util.Comparator.comparing(TopicPartition::toString));
        left.putAll(ends);
        while (true) {
            left.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            if (left.isEmpty()) {
                return true;
            }
            if (System.nanoTime() > over) {
                return false;
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                if (record.value() != null) {
                    reader.read(
                            record.partition(), record.offset(), new String(record.value(), StandardCharsets.UTF_8));
                }
            }
        }
    }

    private synchronized KafkaProducer<byte[], byte[]> producer() {
        if (closed) {
            throw new KafkaException("the canary's topic is closed");
        }
        KafkaProducer<byte[], byte[]> open = producer;
        if (open == null) {
            open = new KafkaProducer<>(producerSettings());
            producer = open;
        }
        return open;
    }

    private Map<String, Object> producerSettings() {
        Map<String, Object> all = new HashMap<>(settings.of(environment));
        all.put(ProducerConfig.CLIENT_ID_CONFIG, "kash-canary-" + environment.name());
        all.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        all.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        all.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        all.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS);
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, ROOM_MILLIS);
        List.of(
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        ProducerConfig.RETRIES_CONFIG,
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        ProducerConfig.INTERCEPTOR_CLASSES_CONFIG)
                .forEach(all::remove);
        return all;
    }

    private Map<String, Object> consumerSettings() {
        Map<String, Object> all = new HashMap<>(settings.of(environment));
        all.put(ConsumerConfig.CLIENT_ID_CONFIG, "kash-canary-reader-" + environment.name());
        all.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        all.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        List.of(
                        ConsumerConfig.GROUP_ID_CONFIG,
                        ConsumerConfig.GROUP_INSTANCE_ID_CONFIG,
                        ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG)
                .forEach(all::remove);
        return all;
    }

    @Override
    public synchronized void close() {
        closed = true;
        KafkaProducer<byte[], byte[]> open = producer;
        producer = null;
        if (open != null) {
            open.close(CLOSES_WITHIN);
        }
    }
}
