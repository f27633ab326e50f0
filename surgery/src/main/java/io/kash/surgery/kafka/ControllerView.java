package io.kash.surgery.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A replica of the metadata log: what the leader says of it, and what it says itself.
 *
 * @param lag records it is behind the leader's end of the log, 0 or more
 * @param fetchedMillis how long ago it fetched last, by the leader's clock; empty when the leader does not know
 * @param caughtUpMillis how long ago it had all there was, by the leader's clock; empty when the leader does not know
 * @param controller whether it is registered as a controller; brokers observe the quorum, too
 * @param endpoint where it is found; empty when nobody says
 * @param wellSince since when it was seen, at every look, in sync and of one word with the leader; empty when it is not
 */
public record ControllerView(
        VoterKey key,
        Role role,
        long lag,
        OptionalLong fetchedMillis,
        OptionalLong caughtUpMillis,
        boolean controller,
        Optional<ControllerEndpoint> endpoint,
        ControllerWord word,
        Optional<Instant> wellSince) {
    /**
     * In sync is who had everything this long ago or later. The leader writes a record every half second
     * ({@code metadata.max.idle.interval.ms}), so a lag of 0 at one look would be chance.
     */
    public static final Duration IN_SYNC = Duration.ofSeconds(3);

    /** What it is in the quorum. */
    public enum Role {
        LEADER("leader"),
        VOTER("voter"),
        OBSERVER("observer");

        private final String word;

        Role(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public int id() {
        return key.id();
    }

    public boolean votes() {
        return role != Role.OBSERVER;
    }

    public boolean leads() {
        return role == Role.LEADER;
    }

    /** Whether it holds what the leader holds, as the leader sees it. */
    public boolean inSync() {
        return leads() || (recent(fetchedMillis) && recent(caughtUpMillis));
    }

    private static boolean recent(OptionalLong millis) {
        return millis.isPresent() && millis.getAsLong() <= IN_SYNC.toMillis();
    }

    /** Why it is not in sync: {@code has not fetched for 61 s}. */
    public String behind() {
        if (fetchedMillis.isEmpty()) {
            return "has never fetched";
        }
        if (!recent(fetchedMillis)) {
            return "has not fetched for " + seconds(fetchedMillis);
        }
        return "is " + Titles.count(lag, "record") + " behind"
                + (caughtUpMillis.isEmpty()
                        ? " and never was in sync"
                        : ", in sync " + seconds(caughtUpMillis) + " ago");
    }

    private static String seconds(OptionalLong millis) {
        return Math.max(1, millis.getAsLong() / 1_000) + " s";
    }

    public ControllerView wellSince(Optional<Instant> since) {
        return new ControllerView(key, role, lag, fetchedMillis, caughtUpMillis, controller, endpoint, word, since);
    }

    public ControllerView as(Role other) {
        return new ControllerView(
                key, other, lag, fetchedMillis, caughtUpMillis, controller, endpoint, word, wellSince);
    }
}
