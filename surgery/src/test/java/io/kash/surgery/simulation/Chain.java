package io.kash.surgery.simulation;

import io.kash.surgery.operation.Event;
import io.kash.surgery.operation.JournalLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every journal as it grows: lines are only added, and each names the hash of the one before it. */
final class Chain {
    private final Simulation simulation;
    private final Map<String, Optional<String>> found = new HashMap<>();
    private final Map<String, String> last = new HashMap<>();

    Chain(Simulation simulation) {
        this.simulation = simulation;
    }

    void grew(String key, String before, String after) {
        String journal = key.substring(0, key.lastIndexOf('/'));
        if (!after.startsWith(before) || after.length() == before.length()) {
            simulation.violated("a journal was changed and not added to");
            return;
        }
        List<String> added = after.substring(before.length()).lines().toList();
        for (String text : added) {
            JournalLine line = simulation.json().read(text, JournalLine.class, "a journal");
            String previous = line.seq() == 1
                    ? ""
                    : simulation.json().digest(last.getOrDefault(journal, "")).hex();
            if (!line.previous().equals(previous)) {
                simulation.violated("line " + line.seq() + " of a journal does not name the one before it");
            }
            if (line.event() instanceof Event.Found event) {
                found.putAll(event.ledger().values());
            }
            last.put(journal, text);
        }
    }

    /** Whether the last line of some journal says so. */
    boolean endsWith(String text) {
        return last.values().stream().anyMatch(line -> line.contains(text));
    }

    boolean found(String key, String value) {
        return found.getOrDefault(key, Optional.empty()).equals(Optional.of(value));
    }
}
