package io.kash.surgery.addressing;

import java.util.OptionalInt;

/**
 * A file for another tool.
 *
 * @param server whose it is; empty when it is the same for all
 * @param name its usual name
 * @param content the whole text, each line with its end
 */
public record Rendered(OptionalInt server, String name, String content) {}
