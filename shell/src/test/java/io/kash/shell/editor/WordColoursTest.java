package io.kash.shell.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.fake.FakeSession;
import io.kash.shell.fake.FakeVerb;
import io.kash.shell.grammar.Lexicon;
import java.io.IOException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordColoursTest {
    private final Lexicon lexicon = Lexicon.of(FakeVerb.usual(FakeSession.nowhere()));

    /** Below each letter: b for bold, r for red, a dot for neither. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "topics move,bbbbbb.bbbb",
                "topi,....",
                "topics mo,bbbbbb...",
                "topics mx,bbbbbb.rr",
                "topix move,rrrrr.rrrr",
                "topix,rrrrr",
                "topi move,rrrr.rrrr",
                "mv --to-n,bb.......",
                "mv --to-n x,bb.rrrrrr..",
                "mv --bogus,bb.rrrrrrr",
                "mv --to-new --topics x,bb....................",
                "drain -5,bbbbb..."
            })
    void red_is_only_what_can_no_longer_become_right(String line, String colours) throws IOException {
        assertThat(colours(line)).isEqualTo(colours);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "topics show |<topic>",
                "topics show|''",
                "topics show x |''",
                "topics move |--topics <topic>",
                "topics move --to |<broker,…>",
                "topics move --topics a |''",
                "drain |<broker>…",
                "drain 1 |<broker>…",
                "frobnicate |''"
            })
    void what_is_missing_is_told_behind_the_cursor(String line, String missing) {
        assertThat(new Missing(lexicon).after(line)).isEqualTo(missing);
    }

    private String colours(String line) throws IOException {
        LineReader reader = LineReaderBuilder.builder()
                .terminal(new DumbTerminal(
                        java.io.InputStream.nullInputStream(), java.io.OutputStream.nullOutputStream()))
                .build();
        AttributedString text = new WordColours(lexicon, new Missing(lexicon)).highlight(reader, line);
        StringBuilder colours = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            AttributedStyle style = text.styleAt(i);
            colours.append(
                    style.equals(AttributedStyle.DEFAULT.bold())
                            ? 'b'
                            : style.equals(AttributedStyle.DEFAULT.foreground(AttributedStyle.RED)) ? 'r' : '.');
        }
        return colours.toString();
    }
}
