package io.kash.surgery.traffic;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that is kept of how an operation went, over all its runs.
 *
 * @param format name and version of its JSON
 * @param operation its id
 * @param title its request in the operator's words
 * @param hash of the plan that was approved
 * @param before what was there before its first effect; empty when it could not be looked at
 * @param testimony the last one; of an operation that is under way, or whose shell died, one that knows nothing
 * @param families of all brokers in it
 * @param holds what it set while it ran, and whether it was put back
 */
public record Evidence(
        String format,
        String operation,
        String title,
        String environment,
        String clusterId,
        String hash,
        Instant begun,
        Optional<Marks> before,
        Testimony testimony,
        List<Sample> samples,
        SortedMap<Integer, Family> families,
        List<HoldFact> holds) {
    public static final String FORMAT = "kash.evidence/1";

    /** One hold, and how it stands. */
    public record HoldFact(String title, String standing) {}

    public Evidence {
        samples = List.copyOf(samples);
        families = Collections.unmodifiableSortedMap(new TreeMap<>(families));
        holds = List.copyOf(holds);
    }
}
