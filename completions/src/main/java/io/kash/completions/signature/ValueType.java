package io.kash.completions.signature;

import java.util.List;
import java.util.function.Function;

/**
 * What a value on a command line is.
 *
 * @param type the class values are read into; TAB finds its source of live values by it
 * @param placeholder how usage writes it: {@code broker}
 * @param reader turns a word into a value; throws {@link IllegalArgumentException} with a message that says what a
 *     right one looks like
 * @param choices every word there is, for a type that has only some; empty where any word may be right
 */
public record ValueType<T>(Class<T> type, String placeholder, Function<String, T> reader, List<String> choices) {
    public ValueType {
        choices = List.copyOf(choices);
    }

    public ValueType(Class<T> type, String placeholder, Function<String, T> reader) {
        this(type, placeholder, reader, List.of());
    }

    /** Any text. */
    public static final ValueType<String> TEXT = new ValueType<>(String.class, "text", Function.identity());

    /** A whole number, negative ones included. */
    public static final ValueType<Integer> NUMBER = new ValueType<>(Integer.class, "number", ValueType::number);

    /** The same type under another name in usage. */
    public ValueType<T> named(String name) {
        return new ValueType<>(type, name, reader, choices);
    }

    /** A type with no other values than these, each written in its own way. */
    public static <T> ValueType<T> oneOf(Class<T> type, String placeholder, List<T> values, Function<T, String> word) {
        List<String> choices = values.stream().map(word).toList();
        return new ValueType<>(type, placeholder, text -> chosen(text, values, choices), choices);
    }

    private static <T> T chosen(String text, List<T> values, List<String> choices) {
        int place = choices.indexOf(text);
        if (place < 0) {
            throw new IllegalArgumentException("'" + text + "' is not one of " + String.join(", ", choices));
        }
        return values.get(place);
    }

    private static Integer number(String word) {
        try {
            return Integer.valueOf(word);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + word + "' is not a whole number", e);
        }
    }
}
