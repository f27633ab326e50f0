package io.kash.shell.grammar;

import java.util.List;
import java.util.stream.Collectors;

/** Writes words so that the {@link Tokenizer} reads them back. */
public final class Quoting {
    private Quoting() {}

    /** A word as it must be typed. */
    public static String quote(String word) {
        if (!word.isEmpty() && word.chars().noneMatch(Quoting::special)) {
            return word;
        }
        return word.indexOf('\'') < 0
                ? "'" + word + "'"
                : "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    public static String line(List<String> words) {
        return words.stream().map(Quoting::quote).collect(Collectors.joining(" "));
    }

    private static boolean special(int c) {
        return Character.isWhitespace(c) || "'\"\\#".indexOf(c) >= 0;
    }
}
