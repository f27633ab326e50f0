package io.kash.commands.terminal;

/** What a piece of text means; the screen decides how it looks. Never the only carrier of a meaning. */
public enum Role {
    PLAIN,
    STRONG,
    FAINT,
    GOOD,
    WARNING,
    BAD,
    ADDED,
    CHANGED,
    REMOVED
}
