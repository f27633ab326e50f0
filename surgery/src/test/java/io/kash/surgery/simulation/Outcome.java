package io.kash.surgery.simulation;

import java.util.List;

/**
 * What became of one run.
 *
 * @param millis virtual time
 * @param last the last events
 * @param fingerprint of everything that happened
 */
record Outcome(
        Story.Kind kind,
        List<String> violations,
        String end,
        long millis,
        long events,
        int shells,
        List<String> last,
        String fingerprint) {
    Outcome {
        violations = List.copyOf(violations);
        last = List.copyOf(last);
    }
}
