package io.kash.surgery.audit;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/**
 * One line of a session journal.
 *
 * @param seq 1, 2, 3, …
 * @param who user, host and process: {@code ada@bastion (4711)}
 * @param from the address the session came from; empty at the machine itself
 */
public record Entry(long seq, Instant at, String who, String from, Deed deed) {
    /** What happened. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "deed")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Began.class, name = "began"),
        @JsonSubTypes.Type(value = Ended.class, name = "ended"),
    })
    public sealed interface Deed {}

    /** A command is about to run. One that never ends was killed, or still runs. */
    public record Began(String command) implements Deed {}

    /**
     * A command ended.
     *
     * @param begun the number of the line that says it began
     * @param outcome in words
     * @param code its exit code
     */
    public record Ended(long begun, String outcome, int code) implements Deed {}
}
