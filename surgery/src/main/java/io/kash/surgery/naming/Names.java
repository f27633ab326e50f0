package io.kash.surgery.naming;

import io.kash.surgery.plan.Part;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What names stand for. */
public record Names(SortedMap<String, Name> byHost) implements Part {
    /** Nobody asked for any. */
    public static final Names NONE = new Names(Collections.emptySortedMap());

    public Names {
        byHost = Collections.unmodifiableSortedMap(new TreeMap<>(byHost));
    }

    public Optional<Name> of(String host) {
        return Optional.ofNullable(byHost.get(host));
    }
}
