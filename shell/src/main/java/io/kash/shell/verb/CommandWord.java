package io.kash.shell.verb;

import io.kash.completions.signature.ValueType;

/** A word of a command's name, which TAB completes as it completes commands. */
public record CommandWord(String value) {
    static final ValueType<CommandWord> TYPE = new ValueType<>(CommandWord.class, "command", CommandWord::new);
}
