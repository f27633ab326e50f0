package io.kash.completions.signature;

/**
 * A named value: {@code --to 11,12,13}. Where there may be many, they are separated by commas or the option is repeated.
 *
 * @param name without its dashes
 */
public record Option<T>(String name, ValueType<T> type, Arity arity, String description) {
    public static <T> Option<T> optional(String name, ValueType<T> type, String description) {
        return new Option<>(name, type, Arity.OPTIONAL, description);
    }

    public static <T> Option<T> required(String name, ValueType<T> type, String description) {
        return new Option<>(name, type, Arity.ONE, description);
    }

    public static <T> Option<T> list(String name, ValueType<T> type, String description) {
        return new Option<>(name, type, Arity.ANY, description);
    }

    public static <T> Option<T> repeated(String name, ValueType<T> type, String description) {
        return new Option<>(name, type, Arity.REPEATED, description);
    }
}
