package io.kash.commands.view;

import io.kash.commands.terminal.Line;

/**
 * A part of an answer that could not be read: null in JSON, and never an empty list, which would say that there is
 * nothing.
 *
 * @param title the line that stands in its place on a screen
 */
public record Unread(String name, Line title) implements Section {}
