package io.kash.shell.grammar;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The nearest of the words that would have been right. */
final class DidYouMean {
    private static final int AT_MOST = 3;

    private DidYouMean() {}

    /** Up to three, nearest first; those that begin with what was typed count as near. */
    static List<String> nearest(String typed, Collection<String> right) {
        return right.stream()
                .filter(word -> near(typed, word))
                .sorted(Comparator.comparingInt((String word) -> EditDistance.between(typed, word))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(AT_MOST)
                .toList();
    }

    /** {@code did you mean 'topics move'?}, or what else there is to say. */
    static String sentence(List<String> nearest, String otherwise) {
        if (nearest.isEmpty()) {
            return otherwise;
        }
        Stream<String> quoted = nearest.stream().map(word -> "'" + word + "'");
        return "did you mean " + quoted.collect(Collectors.joining(" or ")) + "?";
    }

    /** Word by word, as far as both go: the slip in the second word is not outweighed by a long first one. */
    private static boolean near(String typed, String right) {
        String[] typedWords = typed.split(" ", -1);
        String[] rightWords = right.split(" ", -1);
        for (int i = 0; i < Math.min(typedWords.length, rightWords.length); i++) {
            if (!nearWord(typedWords[i], rightWords[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean nearWord(String typed, String word) {
        return EditDistance.between(typed, word) <= Math.max(1, Math.max(typed.length(), word.length()) / 3)
                || word.startsWith(typed);
    }
}
