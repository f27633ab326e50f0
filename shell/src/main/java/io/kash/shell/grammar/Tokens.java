package io.kash.shell.grammar;

import java.util.List;

/**
 * A line cut into words.
 *
 * @param open what the line still waits for at its end
 */
public record Tokens(List<Token> all, Open open) {
    public Tokens {
        all = List.copyOf(all);
    }

    /** What an unfinished line waits for. */
    public enum Open {
        NOTHING,
        SINGLE_QUOTE,
        DOUBLE_QUOTE,
        /** It ends in a backslash: the next line goes on with it. */
        CONTINUATION
    }

    public List<String> words() {
        return all.stream().map(Token::text).toList();
    }
}
