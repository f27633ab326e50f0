package io.kash.surgery.naming;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A name, and whom clients are sent to by it.
 *
 * @param host the name
 * @param addresses those it stands for now, without ports; none when nobody knows it
 * @param since when it was first seen to stand for just these, at every look since
 * @param managed whether kash can take an address out of it: it is a service of the environment's Consul
 * @param problem why nobody knows it, or an empty string
 */
public record Name(String host, SortedSet<String> addresses, Instant since, boolean managed, String problem) {
    public Name {
        addresses = Collections.unmodifiableSortedSet(new TreeSet<>(addresses));
    }
}
