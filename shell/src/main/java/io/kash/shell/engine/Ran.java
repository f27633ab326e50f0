package io.kash.shell.engine;

import io.kash.commands.verb.Outcome;

/**
 * What became of a line.
 *
 * @param understood whether it was a command at all; if not, nothing ran
 */
public record Ran(boolean understood, Outcome outcome) {}
