package io.kash.commands.session;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Remembers since when something has been seen: engines do not say when a reassignment or a throttle was begun. */
public interface FirstSeen {
    /**
     * Remembers what is there now and forgets what is gone.
     *
     * @param subject what sort of thing it is: {@code reassignments}
     * @param present all of that sort that are there now
     * @return when each of them was first seen
     */
    Map<String, Instant> look(String subject, Set<String> present, Instant now);
}
