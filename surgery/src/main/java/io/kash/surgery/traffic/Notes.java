package io.kash.surgery.traffic;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Troubles of a chronicle in words, each once. Safe for several threads. */
final class Notes {
    private static final int MOST = 20;

    private final Set<String> words = new LinkedHashSet<>();

    synchronized void add(String note) {
        if (words.size() < MOST) {
            words.add(note);
        }
    }

    synchronized List<String> all() {
        return List.copyOf(words);
    }
}
