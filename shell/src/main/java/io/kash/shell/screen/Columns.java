package io.kash.shell.screen;

import org.jline.utils.WCWidth;

/** How wide text is on a terminal: letters of some scripts take two columns, accents none. */
final class Columns {
    private static final String CUT = "…";

    private Columns() {}

    static int of(String text) {
        return text.codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
    }

    /** Text that takes at most so many columns; a mark at its end says that there was more. */
    static String cut(String text, int columns) {
        if (of(text) <= columns) {
            return text;
        }
        StringBuilder fits = new StringBuilder();
        int left = columns - 1;
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            left -= Math.max(0, WCWidth.wcwidth(c));
            if (left < 0) {
                break;
            }
            fits.appendCodePoint(c);
            at += Character.charCount(c);
        }
        return columns < 1 ? "" : fits + CUT;
    }
}
