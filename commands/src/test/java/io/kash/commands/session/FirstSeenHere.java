package io.kash.commands.session;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Remembers for as long as a test runs. */
public final class FirstSeenHere implements FirstSeen {
    private final Map<String, Map<String, Instant>> bySubject = new HashMap<>();

    @Override
    public synchronized Map<String, Instant> look(String subject, Set<String> present, Instant now) {
        Map<String, Instant> seen = bySubject.computeIfAbsent(subject, none -> new HashMap<>());
        seen.keySet().retainAll(present);
        present.forEach(key -> seen.putIfAbsent(key, now));
        return Map.copyOf(seen);
    }
}
