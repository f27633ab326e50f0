package io.kash.shell.suite;

/**
 * How a call of the product ended.
 *
 * @param code its exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
public record Result(int code, String out, String err) {}
