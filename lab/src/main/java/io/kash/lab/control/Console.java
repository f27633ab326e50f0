package io.kash.lab.control;

import java.io.PrintStream;

/**
 * Where the lab's words go.
 *
 * @param out results and evidence
 * @param err progress and errors
 */
public record Console(PrintStream out, PrintStream err) {}
