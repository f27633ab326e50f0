package io.kash.surgery.naming;

import io.kash.surgery.plan.Look;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** Asks what these host names stand for. */
public record NamesLook(SortedSet<String> hosts) implements Look {
    public NamesLook {
        hosts = Collections.unmodifiableSortedSet(new TreeSet<>(hosts));
    }

    public static NamesLook at(Collection<String> hosts) {
        return new NamesLook(new TreeSet<>(hosts));
    }

    @Override
    public Class<Names> part() {
        return Names.class;
    }

    @Override
    public Look and(Look other) {
        if (!(other instanceof NamesLook look)) {
            throw new IllegalArgumentException("not a look at names: " + other);
        }
        SortedSet<String> both = new TreeSet<>(hosts);
        both.addAll(look.hosts);
        return new NamesLook(both);
    }
}
