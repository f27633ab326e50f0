package io.kash.commands.session;

import io.kash.surgery.coordination.Store;
import io.kash.surgery.environment.Environment;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Remembers in a store, so that a single command knows what an earlier one saw. Commands that only read use it, so it
 * should be one that needs no engine and that nobody else has to see.
 */
public final class FirstSeenInStore implements FirstSeen {
    private final Session session;
    private final Function<Environment, Store> stores;

    /** @param stores opens the store of an environment; it costs nothing to open and close */
    public FirstSeenInStore(Session session, Function<Environment, Store> stores) {
        this.session = session;
        this.stores = stores;
    }

    @Override
    public Map<String, Instant> look(String subject, Set<String> present, Instant now) {
        try (Store store = stores.apply(session.connection().environment())) {
            return look(store, subject, present, now);
        }
    }

    private static Map<String, Instant> look(Store store, String subject, Set<String> present, Instant now) {
        String key = "seen/" + subject;
        Optional<Store.Entry> before = store.get(key);
        Map<String, Instant> seen = new TreeMap<>();
        present.forEach(thing -> seen.put(thing, now));
        before.ifPresent(entry -> seen.putAll(read(entry.value(), present)));
        if (before.isPresent() || !seen.isEmpty()) {
            // Somebody who writes at the same moment writes the same; whose text stays does not matter.
            var unused = store.putIf(
                    key, write(seen), before.map(Store.Entry::version).orElse(Store.ABSENT));
        }
        return Map.copyOf(seen);
    }

    /** One thing a line: the instant, a blank, and its name. */
    private static String write(Map<String, Instant> seen) {
        return seen.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, Instant> read(String text, Set<String> present) {
        Map<String, Instant> seen = new TreeMap<>();
        text.lines().forEach(line -> {
            int blank = line.indexOf(' ');
            if (blank > 0 && present.contains(line.substring(blank + 1))) {
                seen.put(line.substring(blank + 1), Instant.parse(line.substring(0, blank)));
            }
        });
        return seen;
    }
}
