package io.kash.surgery.check;

import java.util.Collection;

/** A count and its noun: {@code 1 topic}, {@code 12 topics}. */
final class Counted {
    private Counted() {}

    static String of(Collection<?> things, String noun) {
        return things.size() + " " + noun + (things.size() == 1 ? "" : "s");
    }
}
