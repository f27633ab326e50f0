package io.kash.surgery.simulation;

import io.kash.surgery.operation.Event;
import io.kash.surgery.operation.JournalLine;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every journal as it grows: lines are only added, each names the hash of the one before it, and whoever lost the fence
 * adds no more than the one line it was stopped at.
 */
final class Chain {
    private final Simulation simulation;
    private final Map<String, Optional<String>> found = new HashMap<>();
    private final Map<String, String> last = new HashMap<>();
    /** Fence numbers of those who wrote a line after somebody else had taken the lock. */
    private final Set<Long> late = new HashSet<>();

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
            if (fenced(line) && !late.add(line.fence())) {
                simulation.violated("the holder of number " + line.fence()
                        + " has lost the fence and goes on writing a journal: " + line.event());
            }
            if (line.event() instanceof Event.Found event) {
                found.putAll(event.ledger().values());
            }
            last.put(journal, text);
        }
    }

    /** An answer is a fact, whoever holds the lock when it comes. */
    private boolean fenced(JournalLine line) {
        return line.fence() != simulation.store().fence() && !(line.event() instanceof Event.Answered);
    }

    /** Whether the last line of some journal says so. */
    boolean endsWith(String text) {
        return last.values().stream().anyMatch(line -> line.contains(text));
    }

    boolean found(String key, Optional<String> value) {
        return value.equals(found.get(key));
    }
}
