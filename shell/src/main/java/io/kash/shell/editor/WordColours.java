package io.kash.shell.editor;

import io.kash.shell.grammar.Lexicon;
import io.kash.shell.grammar.Reading;
import io.kash.shell.grammar.Token;
import io.kash.shell.grammar.Tokenizer;
import java.util.List;
import java.util.Optional;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * Colours a line while it is typed: commands bold, red only what can no longer become a command or an option, whatever
 * is typed behind it.
 */
final class WordColours implements Highlighter {
    private static final AttributedStyle COMMAND = AttributedStyle.DEFAULT.bold();
    private static final AttributedStyle WRONG = AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
    private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;

    private final Lexicon lexicon;
    private final Missing missing;

    WordColours(Lexicon lexicon, Missing missing) {
        this.lexicon = lexicon;
        this.missing = missing;
    }

    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        reader.setTailTip(missing.after(buffer));
        AttributedStyle[] styles = new AttributedStyle[buffer.length()];
        java.util.Arrays.fill(styles, PLAIN);
        List<Token> tokens = Tokenizer.typed().read(buffer).all();
        colour(tokens, 0, buffer, styles);
        AttributedStringBuilder coloured = new AttributedStringBuilder(buffer.length());
        for (int i = 0; i < buffer.length(); i++) {
            coloured.append(String.valueOf(buffer.charAt(i)), styles[i]);
        }
        return coloured.toAttributedString();
    }

    private void colour(List<Token> tokens, int from, String buffer, AttributedStyle[] styles) {
        List<Token> own = tokens.subList(from, tokens.size());
        List<String> words = own.stream().map(Token::text).toList();
        Optional<Lexicon.Match> match = lexicon.longest(words);
        if (match.isEmpty()) {
            unfinished(own, words, buffer, styles);
            return;
        }
        own.subList(0, match.get().length()).forEach(token -> paint(token, COMMAND, styles));
        Reading reading = new Reading(match.get().verb().signature());
        for (int i = match.get().length(); i < own.size(); i++) {
            if (reading.inRest()) {
                colour(tokens, from + i, buffer, styles);
                return;
            }
            boolean option = reading.optionsAllowed() && Reading.looksLikeOption(words.get(i));
            reading.take(words.get(i));
            boolean growing = own.get(i).end() == buffer.length() && mayBecomeOption(reading, words.get(i));
            if (option && reading.problem().isPresent() && !growing) {
                paint(own.get(i), WRONG, styles);
                return;
            }
        }
    }

    private static boolean mayBecomeOption(Reading reading, String word) {
        return reading.optionWords().stream().anyMatch(name -> name.startsWith(word));
    }

    /** No whole command yet: bold as far as one begins so, red from where none does. */
    private void unfinished(List<Token> own, List<String> words, String buffer, AttributedStyle[] styles) {
        for (int i = 0; i < own.size(); i++) {
            boolean whole = !lexicon.callsAfter(words.subList(0, i + 1)).isEmpty();
            boolean growing = own.get(i).end() == buffer.length()
                    && lexicon.nextWords(words.subList(0, i)).keySet().stream()
                            .anyMatch(next ->
                                    next.startsWith(own.get(own.size() - 1).text()));
            if (!whole && !growing) {
                own.subList(i, own.size()).forEach(token -> paint(token, WRONG, styles));
                return;
            }
            paint(own.get(i), whole ? COMMAND : PLAIN, styles);
        }
    }

    private static void paint(Token token, AttributedStyle style, AttributedStyle[] styles) {
        java.util.Arrays.fill(styles, token.start(), token.end(), style);
    }
}
