package io.kash.surgery.quorum;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers since when each server has been well at every look. A shell that begins to look knows nothing of before: then
 * the time counts anew, which only makes it wait longer.
 */
public final class Steady {
    /** @param under what it was well under; when that changes, the time counts anew */
    private record Since(String under, Instant instant) {}

    private final Map<String, Since> since = new HashMap<>();

    /**
     * Since when this server has been well at every look, this one included; empty when it is not now.
     *
     * @param under the leader and the members it is well under; empty when it is not well
     */
    public synchronized Optional<Instant> note(String server, Optional<String> under, Instant now) {
        if (under.isEmpty()) {
            since.remove(server);
            return Optional.empty();
        }
        Since known = since.get(server);
        if (known == null || !known.under().equals(under.get())) {
            known = new Since(under.get(), now);
            since.put(server, known);
        }
        return Optional.of(known.instant());
    }
}
