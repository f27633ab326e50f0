package io.kash.surgery.environment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which of some words was probably meant. */
final class Nearest {
    private static final int LETTERS_PER_MISTAKE = 3;

    private Nearest() {}

    /** {@code did you mean bootstrap? Known here: bootstrap, client}. */
    static String hint(String word, List<String> known) {
        String all = "known here: " + String.join(", ", known);
        return of(word, known)
                .map(meant -> "did you mean '" + meant + "'? " + all)
                .orElse(all);
    }

    static Optional<String> of(String word, List<String> known) {
        return known.stream()
                .filter(one -> distance(word, one) <= Math.max(1, one.length() / LETTERS_PER_MISTAKE))
                .min(Comparator.comparingInt(one -> distance(word, one)));
    }

    /** Letters to add, drop or replace (Levenshtein), row by row. */
    static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[other.length()];
    }
}
