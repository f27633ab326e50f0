package io.kash.shell.editor;

import io.kash.shell.grammar.Tokenizer;
import io.kash.shell.grammar.Tokens;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Lets the line editor cut lines as the grammar does, and go on to the next line where one is unfinished. */
final class LineParser implements Parser {
    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        boolean whole = context == ParseContext.ACCEPT_LINE || context == ParseContext.SECONDARY_PROMPT;
        Tokens.Open open = Tokenizer.typed().read(line).open();
        if (whole && open != Tokens.Open.NOTHING) {
            throw new EOFError(-1, line.length(), "the line is not finished", missing(open));
        }
        return new EditedLine(line, Math.max(0, Math.min(cursor, line.length())));
    }

    @Override
    public boolean isEscapeChar(char c) {
        return c == '\\';
    }

    private static String missing(Tokens.Open open) {
        return switch (open) {
            case SINGLE_QUOTE -> "'";
            case DOUBLE_QUOTE -> "\"";
            case CONTINUATION, NOTHING -> "";
        };
    }
}
