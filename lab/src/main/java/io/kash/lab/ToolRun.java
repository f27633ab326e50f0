package io.kash.lab;

/**
 * What one of Kafka's own command-line tools did.
 *
 * @param exitCode its exit code
 * @param output what it printed, errors included, in the order it was printed
 */
public record ToolRun(int exitCode, String output) {}
