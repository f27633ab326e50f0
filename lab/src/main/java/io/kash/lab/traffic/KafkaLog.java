package io.kash.lab.traffic;

import io.kash.lab.LabException;
import io.kash.lab.cluster.Clients;
import io.kash.lab.waiting.Deadline;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The cluster's partitions, from where the traffic began.
 *
 * @param from the first offset of interest in each
 * @param limit how long reading may take
 */
record KafkaLog(Clients clients, Map<TopicPartition, Long> from, Duration limit) implements RecordLog {
    private static final Duration POLL = Duration.ofMillis(200);

    @Override
    public void read(Reader reader) {
        Map<String, Object> config = Map.of(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 8 * 1024 * 1024);
        try (Consumer<byte[], byte[]> consumer = clients.consumer("lab-read-back", config)) {
            consumer.assign(from.keySet());
            from.forEach(consumer::seek);
            Map<TopicPartition, Long> end = consumer.endOffsets(from.keySet(), limit);
            Deadline deadline = Deadline.in(limit);
            while (!isAt(consumer, end)) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    LabRecord.sequence(record)
                            .ifPresent(sequence -> reader.record(
                                    new TopicPartition(record.topic(), record.partition()), record.offset(), sequence));
                }
                if (deadline.isOver()) {
                    throw unread("its end was not reached within " + limit.toSeconds() + " s", null);
                }
            }
        } catch (KafkaException e) {
            throw unread(e.toString(), e);
        }
    }

    private static LabException unread(String why, @Nullable Exception cause) {
        return new LabException(
                "cannot read the lab's traffic back",
                why,
                "see whether every partition has a leader: ./kash lab status",
                cause);
    }

    private static boolean isAt(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> end) {
        return end.entrySet().stream().allMatch(entry -> consumer.position(entry.getKey()) >= entry.getValue());
    }
}
