package io.kash.shell.grammar;

/**
 * One word of a line.
 *
 * @param text without quotes and escapes
 * @param start where it begins in the line, its quote included
 * @param end behind its last character
 */
public record Token(String text, int start, int end) {}
