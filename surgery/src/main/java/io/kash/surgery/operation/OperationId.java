package io.kash.surgery.operation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The name of an operation: the first digits of its plan's hash, and a number where those are taken: {@code 7f3a-2}. */
public record OperationId(@JsonValue String text) implements Comparable<OperationId> {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{4}(-[1-9][0-9]{0,5})?");

    @JsonCreator
    public OperationId {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not an operation; ids look like 7f3a or 7f3a-2");
        }
    }

    @Override
    public int compareTo(OperationId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
