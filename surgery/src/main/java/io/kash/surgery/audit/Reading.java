package io.kash.surgery.audit;

import java.util.List;
import java.util.OptionalInt;

/**
 * What a session journal holds, as far as it can be believed.
 *
 * @param entries those before the first line that is not as it was written
 * @param seals of these entries
 * @param broken the number of that line; empty when there is none
 * @param torn whether the file ends within a line: the last writer died, and that line counts for nothing
 */
public record Reading(List<Entry> entries, List<String> seals, OptionalInt broken, boolean torn) {
    public Reading {
        entries = List.copyOf(entries);
        seals = List.copyOf(seals);
    }

    /** How far it goes, to be compared later. */
    public Head head() {
        return seals.isEmpty() ? new Head(0, Chain.BEGINNING) : new Head(seals.size(), seals.get(seals.size() - 1));
    }

    /** Whether it still holds what it held when that head was taken. */
    public boolean holds(Head earlier) {
        return earlier.lines() == 0
                || (earlier.lines() <= seals.size()
                        && seals.get((int) earlier.lines() - 1).equals(earlier.seal()));
    }
}
