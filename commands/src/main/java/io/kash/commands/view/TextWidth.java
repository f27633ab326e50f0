package io.kash.commands.view;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How many columns of a terminal a text takes. The text is already escaped. */
public final class TextWidth {
    private static final String ELLIPSIS = "…";
    private static final Set<UnicodeScript> WIDE =
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

    private TextWidth() {}

    public static int of(String text) {
        return text.codePoints().map(TextWidth::of).sum();
    }

    /** The text when it fits, else as much of it as leaves room for an ellipsis. */
    static String cut(String text, int width) {
        if (of(text) <= width) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int taken = of(ELLIPSIS);
        for (int c : text.codePoints().toArray()) {
            taken += of(c);
            if (taken > width) {
                break;
            }
            kept.appendCodePoint(c);
        }
        return kept + ELLIPSIS;
    }

    /** The text in lines no wider than the width, broken between words; a word that is wider stands alone and whole. */
    public static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && of(line.toString()) + 1 + of(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static int of(int c) {
        if (c < 0x300) {
            return 1;
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
            default -> wide(c) ? 2 : 1;
        };
    }

    private static boolean wide(int c) {
        boolean pictureOrWideForm =
                between(c, 0x1f300, 0x1faff) || between(c, 0x3000, 0x303f) || between(c, 0xff01, 0xff60);
        boolean halfWidth = between(c, 0xff61, 0xffdc);
        return pictureOrWideForm || (!halfWidth && WIDE.contains(UnicodeScript.of(c)));
    }

    private static boolean between(int c, int least, int most) {
        return c >= least && c <= most;
    }
}
