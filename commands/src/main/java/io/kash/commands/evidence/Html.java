package io.kash.commands.evidence;

import io.kash.commands.terminal.Escaping;

/** Text as it may stand in a page: what means something to a browser, and what no eye can see, is written out. */
final class Html {
    private Html() {}

    static String text(Object value) {
        String safe = Escaping.escape(String.valueOf(value));
        StringBuilder html = new StringBuilder(safe.length() + 16);
        safe.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.appendCodePoint(c);
            }
        });
        return html.toString();
    }
}
