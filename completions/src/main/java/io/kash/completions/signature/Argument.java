package io.kash.completions.signature;

/** A value known by its place. Only the last argument of a signature may have more than one value. */
public record Argument<T>(String name, ValueType<T> type, Arity arity, String description) {}
