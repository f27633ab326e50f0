package io.kash.commands.view;

/** A part of an answer. */
public sealed interface Section permits Facts, Rows, Unread {
    /** Its key in JSON. */
    String name();
}
