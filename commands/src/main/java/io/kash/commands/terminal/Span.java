package io.kash.commands.terminal;

/** Text of one role. It may come from a cluster: whatever it holds, the screen escapes it. */
public record Span(String text, Role role) {}
