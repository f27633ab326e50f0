package io.kash.completions.signature;

/**
 * An option without a value.
 *
 * @param name without its dashes
 */
public record Flag(String name, String description) {}
