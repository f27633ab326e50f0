package io.kash.surgery.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What must be observed to judge a request, a step or a hold. At most one look per part. */
public record Scope(List<Look> looks) {
    public Scope {
        looks = List.copyOf(looks);
    }

    public static Scope of(Look... looks) {
        Scope all = new Scope(List.of());
        for (Look look : looks) {
            all = all.and(new Scope(List.of(look)));
        }
        return all;
    }

    /** Everything in this scope and in the other; looks at the same part are merged. */
    public Scope and(Scope other) {
        Map<Class<? extends Part>, Look> merged = new LinkedHashMap<>();
        List<Look> all = new ArrayList<>(looks);
        all.addAll(other.looks);
        for (Look look : all) {
            merged.merge(look.part(), look, Look::and);
        }
        return new Scope(List.copyOf(merged.values()));
    }
}
