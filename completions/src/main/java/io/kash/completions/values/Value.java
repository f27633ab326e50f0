package io.kash.completions.values;

/**
 * One live value TAB may offer.
 *
 * @param word what is put on the line
 * @param description what an operator needs beside it: host, zone, size; from a cluster, so it is escaped where shown
 */
public record Value(String word, String description) {}
