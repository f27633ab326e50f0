package io.kash.shell.script;

/**
 * One command of a script.
 *
 * @param number of the first line it stands on, from 1
 * @param text as written, continuations included
 */
public record ScriptLine(int number, String text) {}
