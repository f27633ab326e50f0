package io.kash.shell.grammar;

import io.kash.surgery.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Cuts a line into words. Blanks separate; single quotes keep everything, double quotes everything but a backslash before
 * a quote or a backslash; outside quotes a backslash keeps the next character; a backslash before a line's end joins it
 * with the next. In scripts {@code #} at the start of a word begins a comment and <code>${name}</code> stands for its
 * value everywhere, quotes included: JMESPath needs its quotes and its variables. A value is never cut into words; a
 * second dollar sign before the brace's makes it literal.
 */
public final class Tokenizer {
    private final boolean script;
    private final UnaryOperator<String> variables;

    private Tokenizer(boolean script, UnaryOperator<String> variables) {
        this.script = script;
        this.variables = variables;
    }

    /** For lines typed: no comments, no variables. */
    public static Tokenizer typed() {
        return new Tokenizer(false, UnaryOperator.identity());
    }

    /** @param variables gives the value of a name, or throws what the operator is to be told */
    public static Tokenizer script(UnaryOperator<String> variables) {
        return new Tokenizer(true, variables);
    }

    public Tokens read(String line) {
        return new Reading(line).all();
    }

    /**
     * The words of a complete line.
     *
     * @throws io.kash.surgery.problem.ProblemException of kind USAGE when a quote is not closed
     */
    public List<String> words(String line) {
        Tokens tokens = read(line);
        switch (tokens.open()) {
            case SINGLE_QUOTE, DOUBLE_QUOTE ->
                throw Problem.usage(
                                "a quote is not closed",
                                line.strip(),
                                "the line ends within " + quote(tokens.open()),
                                "")
                        .asException();
            case CONTINUATION, NOTHING -> {
                return tokens.words();
            }
        }
        return tokens.words();
    }

    private static String quote(Tokens.Open open) {
        return open == Tokens.Open.SINGLE_QUOTE ? "single quotes" : "double quotes";
    }

    private final class Reading {
        private final String line;
        private final List<Token> tokens = new ArrayList<>();
        private final StringBuilder word = new StringBuilder();
        private Tokens.Open open = Tokens.Open.NOTHING;
        private int at;
        private int start = -1;

        Reading(String line) {
            this.line = line;
        }

        Tokens all() {
            while (at < line.length()) {
                step(line.charAt(at));
            }
            finishWord();
            return new Tokens(tokens, open);
        }

        private void step(char c) {
            switch (open) {
                case SINGLE_QUOTE -> quoted(c, '\'');
                case DOUBLE_QUOTE -> quoted(c, '"');
                case NOTHING, CONTINUATION -> plain(c);
            }
        }

        private void plain(char c) {
            if (Character.isWhitespace(c)) {
                finishWord();
                at++;
            } else if (script && c == '#' && start < 0) {
                int end = line.indexOf('\n', at);
                at = end < 0 ? line.length() : end;
            } else if (c == '\\') {
                backslash();
            } else if (c == '\'' || c == '"') {
                begin();
                open = c == '"' ? Tokens.Open.DOUBLE_QUOTE : Tokens.Open.SINGLE_QUOTE;
                at++;
            } else {
                begin();
                take(c);
            }
        }

        private void backslash() {
            if (at + 1 == line.length()) {
                open = Tokens.Open.CONTINUATION;
                at++;
            } else if (line.charAt(at + 1) == '\n') {
                at += 2;
            } else {
                begin();
                word.append(line.charAt(at + 1));
                at += 2;
            }
        }

        private void quoted(char c, char quote) {
            if (c == quote) {
                open = Tokens.Open.NOTHING;
                at++;
            } else if (c == '\\' && quote == '"' && at + 1 < line.length() && escapable(line.charAt(at + 1))) {
                word.append(line.charAt(at + 1));
                at += 2;
            } else {
                take(c);
            }
        }

        private static boolean escapable(char c) {
            return c == '"' || c == '\\';
        }

        /** One character, or a variable in its place. */
        private void take(char c) {
            if (script && line.startsWith("$${", at)) {
                word.append("${");
                at += 3;
                return;
            }
            int end = script && line.startsWith("${", at) ? line.indexOf('}', at) : -1;
            if (end < 0) {
                word.append(c);
                at++;
            } else {
                word.append(variables.apply(line.substring(at + 2, end)));
                at = end + 1;
            }
        }

        private void begin() {
            if (start < 0) {
                start = at;
            }
        }

        private void finishWord() {
            if (start >= 0) {
                tokens.add(new Token(word.toString(), start, at));
                word.setLength(0);
                start = -1;
            }
        }
    }
}
