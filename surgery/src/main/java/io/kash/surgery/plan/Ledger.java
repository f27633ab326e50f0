package io.kash.surgery.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The values a hold found before it changed them, by a key of the hold's own. A key with an empty value was looked at
 * and had none.
 */
public record Ledger(Map<String, Optional<String>> values) {
    public static final Ledger EMPTY = new Ledger(Map.of());

    public Ledger {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** Both ledgers; where both hold a key, the value found first stays. */
    public Ledger and(Ledger later) {
        Map<String, Optional<String>> all = new TreeMap<>(later.values);
        all.putAll(values);
        return new Ledger(all);
    }

    /** The entries whose keys the other does not hold. */
    public Ledger without(Ledger other) {
        Map<String, Optional<String>> rest = new TreeMap<>(values);
        rest.keySet().removeAll(other.values.keySet());
        return new Ledger(rest);
    }

    /** The entries whose keys are named. */
    public Ledger only(Collection<String> keys) {
        Map<String, Optional<String>> some = new TreeMap<>(values);
        some.keySet().retainAll(keys);
        return new Ledger(some);
    }

    @JsonIgnore
    public boolean isEmpty() {
        return values.isEmpty();
    }
}
