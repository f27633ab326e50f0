package io.kash.completions.signature;

import java.util.function.Function;

/**
 * What a value on a command line is.
 *
 * @param type the class values are read into; TAB finds its source of live values by it
 * @param placeholder how usage writes it: {@code broker}
 * @param reader turns a word into a value; throws {@link IllegalArgumentException} with a message that says what a
 *     right one looks like
 */
public record ValueType<T>(Class<T> type, String placeholder, Function<String, T> reader) {
    /** Any text. */
    public static final ValueType<String> TEXT = new ValueType<>(String.class, "text", Function.identity());

    /** A whole number, negative ones included. */
    public static final ValueType<Integer> NUMBER = new ValueType<>(Integer.class, "number", ValueType::number);

    /** The same type under another name in usage. */
    public ValueType<T> named(String name) {
        return new ValueType<>(type, name, reader);
    }

    private static Integer number(String word) {
        try {
            return Integer.valueOf(word);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + word + "' is not a whole number", e);
        }
    }
}
