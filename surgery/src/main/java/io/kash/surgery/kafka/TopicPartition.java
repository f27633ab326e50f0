package io.kash.surgery.kafka;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/** One partition of a topic, written {@code payments-7}. */
public record TopicPartition(String topic, int partition) implements Comparable<TopicPartition> {
    /** @throws IllegalArgumentException when the text does not end in a dash and a partition number */
    @JsonCreator
    public static TopicPartition of(String text) {
        int dash = text.lastIndexOf('-');
        try {
            if (dash > 0) {
                return new TopicPartition(text.substring(0, dash), Integer.parseInt(text.substring(dash + 1)));
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(message(text), e);
        }
        throw new IllegalArgumentException(message(text));
    }

    private static String message(String text) {
        return "'" + text + "' is not a partition; write the topic, a dash and the number: payments-7";
    }

    @Override
    public int compareTo(TopicPartition other) {
        int byTopic = topic.compareTo(other.topic);
        return byTopic != 0 ? byTopic : Integer.compare(partition, other.partition);
    }

    // Written out for the same reason as those of a broker's id.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TopicPartition name && name.partition == partition && name.topic.equals(topic);
    }

    @Override
    public int hashCode() {
        return 31 * topic.hashCode() + partition;
    }

    @Override
    @JsonValue
    public String toString() {
        return topic + "-" + partition;
    }
}
