package io.kash.lab.traffic;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** How the lab's records look: the key names producer and partition, the value starts with the sequence number. */
final class LabRecord {
    private static final String KEY_PREFIX = "lab/";
    private static final int VALUE_BYTES = 200;

    private LabRecord() {}

    static ProducerRecord<byte[], byte[]> of(TopicPartition partition, int sequence) {
        byte[] key = (KEY_PREFIX + partition.partition()).getBytes(StandardCharsets.US_ASCII);
        byte[] value = new byte[VALUE_BYTES];
        Arrays.fill(value, (byte) ' ');
        byte[] digits = String.valueOf(sequence).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, value, 0, digits.length);
        return new ProducerRecord<>(partition.topic(), partition.partition(), key, value);
    }

    /** The sequence number; empty when somebody else wrote the record. */
    static OptionalInt sequence(ConsumerRecord<byte[], byte[]> record) {
        byte[] key = record.key();
        if (key == null || !new String(key, StandardCharsets.US_ASCII).startsWith(KEY_PREFIX)) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(new String(record.value(), StandardCharsets.US_ASCII).strip()));
    }
}
