package io.kash.shell.help;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines at blanks. Paragraphs are separated by an empty line and stay so. */
final class Wrapping {
    static final int COLUMNS = 80;

    private Wrapping() {}

    static List<String> lines(String text, int columns) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.strip().split("\n\\s*\n", -1)) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            paragraph(paragraph, columns, lines);
        }
        return lines;
    }

    private static void paragraph(String text, int columns, List<String> lines) {
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
    }
}
