package io.kash.commands.terminal;

/**
 * Makes text from anywhere safe for a terminal: C0 and C1 controls, DEL, bidirectional and zero-width controls are
 * written as {@code \x1b} or {@code \u202e}. The same rule for every sink, so what is printed can be trusted to be what
 * it looks like (CVE-2021-25743 is what happens else).
 */
public final class Escaping {
    private Escaping() {}

    public static String escape(String text) {
        if (text.codePoints().noneMatch(Escaping::dangerous)) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (!dangerous(c)) {
                safe.appendCodePoint(c);
            } else if (c <= 0xff) {
                safe.append(String.format("\\x%02x", c));
            } else {
                safe.append(String.format("\\u%04x", c));
            }
        });
        return safe.toString();
    }

    /** Whether a character may change what a terminal shows around it, or cannot be seen at all. */
    public static boolean dangerous(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> true;
            default -> false;
        };
    }
}
