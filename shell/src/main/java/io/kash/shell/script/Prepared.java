package io.kash.shell.script;

import java.util.List;

/** A line with its variables filled in, cut into words, and found to be a call of a command. */
record Prepared(ScriptLine line, List<String> words) {
    Prepared {
        words = List.copyOf(words);
    }
}
