package io.kash.commands.change;

/**
 * A question about one thing, answered by typing its name.
 *
 * @param text what would happen to it
 * @param answer the only answer that means yes
 */
public record Question(String text, String answer) {}
