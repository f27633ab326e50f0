package io.kash.surgery.plan;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The values a hold found before it changed them, by a key of the hold's own. A key with an empty value was looked at
 * and had none.
 */
public record Ledger(SortedMap<String, Optional<String>> values) {
    public static final Ledger EMPTY = new Ledger(Map.of());

    public Ledger(Map<String, Optional<String>> values) {
        this(new TreeMap<>(values));
    }

    public Ledger {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }
}
