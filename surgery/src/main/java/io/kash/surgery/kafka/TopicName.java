package io.kash.surgery.kafka;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The name of one topic, as Kafka allows it: 1 to 249 letters, digits, dots, underscores and dashes. */
public record TopicName(@JsonValue String value) implements Comparable<TopicName> {
    private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9._-]{1,249}");

    @JsonCreator
    public TopicName {
        if (!FORM.matcher(value).matches() || value.equals(".") || value.equals("..")) {
            throw new IllegalArgumentException(
                    "'" + value + "' is not a topic name; names have 1 to 249 letters, digits, '.', '_' and '-'");
        }
    }

    @Override
    public int compareTo(TopicName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
