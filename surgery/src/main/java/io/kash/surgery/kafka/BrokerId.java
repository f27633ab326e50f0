package io.kash.surgery.kafka;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/** A broker's id, 0 or more. */
public record BrokerId(@JsonValue int value) implements Comparable<BrokerId> {
    @JsonCreator
    public BrokerId {
        if (value < 0) {
            throw new IllegalArgumentException("a broker id is 0 or more, not " + value);
        }
    }

    /** @throws IllegalArgumentException when the text is not a broker id */
    @JsonCreator
    public static BrokerId of(String text) {
        try {
            return new BrokerId(Integer.parseInt(text.strip()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a broker id; ids are whole numbers, 0 or more", e);
        }
    }

    @Override
    public int compareTo(BrokerId other) {
        return Integer.compare(value, other.value);
    }

    // Written out: what a record makes by itself is several times slower in a shell that compiles quickly; a plan of
    // 200,000 partitions compares brokers ten million times.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BrokerId broker && broker.value == value;
    }

    @Override
    public int hashCode() {
        return value;
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
