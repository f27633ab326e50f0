package io.kash.surgery.traffic;

import io.kash.surgery.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Takes samples while an operation runs and keeps them: every two seconds at first, more rarely the longer it takes. */
final class SampleRun {
    private static final Duration LEAST = Duration.ofSeconds(2);
    private static final Duration MOST = Duration.ofSeconds(60);
    /** As many as a graph can show apart. */
    private static final int ABOUT = 500;

    private static final Duration ENDS_WITHIN = Duration.ofSeconds(3);

    private final Sampler sampler;
    private final EvidenceStore store;
    private final Clock clock;
    private final Notes notes;
    private final Beat beat;
    private final Instant begun;
    private boolean ended;

    SampleRun(Sampler sampler, EvidenceStore store, Clock clock, Notes notes) {
        this.sampler = sampler;
        this.store = store;
        this.clock = clock;
        this.notes = notes;
        this.beat = new Beat("samples", notes);
        this.begun = clock.instant();
    }

    void start() {
        beat.start(this::take, () -> between(LiveChronicle.since(begun, clock)));
    }

    static Duration between(Duration elapsed) {
        Duration wanted = elapsed.dividedBy(ABOUT);
        return wanted.compareTo(LEAST) < 0 ? LEAST : wanted.compareTo(MOST) > 0 ? MOST : wanted;
    }

    private void take() {
        sampler.take().ifPresent(store::append);
    }

    /** @param last whether one more is taken, up to now */
    void end(boolean last) {
        if (ended) {
            return;
        }
        ended = true;
        beat.end(last ? ENDS_WITHIN : Duration.ZERO);
        if (last) {
            try {
                take();
            } catch (ProblemException e) {
                notes.add("samples: " + e.problem().what() + ": " + e.problem().why());
            }
        }
    }
}
