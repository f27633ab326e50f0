package io.kash.shell.editor;

import io.kash.shell.grammar.Token;
import io.kash.shell.grammar.Tokenizer;
import io.kash.shell.grammar.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jline.reader.CompletingParsedLine;

/** A line under the cursor: its words, the one the cursor is in, and how a completed word is written in its place. */
final class EditedLine implements CompletingParsedLine {
    private final String line;
    private final int cursor;
    private final Tokens before;
    private final Optional<Token> current;
    private final List<String> words;

    EditedLine(String line, int cursor) {
        this.line = line;
        this.cursor = cursor;
        this.before = Tokenizer.typed().read(line.substring(0, cursor));
        List<Token> all = Tokenizer.typed().read(line).all();
        this.current = all.stream()
                .filter(token -> token.start() <= cursor && cursor <= token.end())
                .findFirst();
        this.words = current.isPresent()
                ? all.stream().map(Token::text).toList()
                : Stream.of(
                                before.words().stream(),
                                Stream.of(""),
                                all.stream().skip(before.all().size()).map(Token::text))
                        .flatMap(part -> part)
                        .toList();
    }

    /** The words before the one the cursor is in. */
    List<String> before() {
        return words.subList(0, wordIndex());
    }

    @Override
    public String word() {
        return current.map(Token::text).orElse("");
    }

    @Override
    public int wordCursor() {
        return current.isPresent()
                        && !before.all().isEmpty()
                        && lastBefore().start() == current.get().start()
                ? lastBefore().text().length()
                : 0;
    }

    @Override
    public int wordIndex() {
        return current.map(token -> (int) before.all().stream()
                        .filter(earlier -> earlier.start() < token.start())
                        .count())
                .orElse(before.all().size());
    }

    @Override
    public List<String> words() {
        return words;
    }

    @Override
    public String line() {
        return line;
    }

    @Override
    public int cursor() {
        return cursor;
    }

    @Override
    public int rawWordCursor() {
        return current.map(token -> cursor - token.start()).orElse(0);
    }

    @Override
    public int rawWordLength() {
        return current.map(token -> token.end() - token.start()).orElse(0);
    }

    /** Within quotes the candidate gets the same quotes, and the closing one once it is whole. */
    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
        char quote = current.map(token -> line.charAt(token.start())).orElse(' ');
        String text = candidate.toString();
        return switch (quote) {
            case '"' -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + (complete ? "\"" : "");
            case '\'' -> '\'' + text + (complete ? "'" : "");
            default -> text.replaceAll("[\\s'\"\\\\]", "\\\\$0");
        };
    }

    private Token lastBefore() {
        return before.all().get(before.all().size() - 1);
    }
}
