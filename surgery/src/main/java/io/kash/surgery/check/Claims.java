package io.kash.surgery.check;

import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.plan.Part;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What our own journals, and our memory of earlier looks, say about things found in the cluster. Engines know neither
 * who began something nor when.
 *
 * @param reassignments every partition that is being reassigned
 * @param throttles every throttle that is set, with the operation of ours that set it and owes what was there before
 * @param operations ours that were begun and have not ended, or ended and still owe something
 * @param unreadable operations this version cannot read
 */
public record Claims(
        SortedMap<TopicPartition, Claim> reassignments,
        List<SetThrottle> throttles,
        List<Left> operations,
        List<String> unreadable)
        implements Part {
    /**
     * Whose a reassignment is.
     *
     * @param operation empty when it is not ours
     * @param firstSeen when any shell of this environment first saw it, not when it began
     */
    public record Claim(Optional<String> operation, Instant firstSeen) {}

    /**
     * A throttle that is set.
     *
     * @param name {@code broker 1}, {@code topic payments}
     * @param operation the one that set it; empty when it is not ours
     */
    public record SetThrottle(String name, Optional<String> operation) {}

    /**
     * An operation that is not over.
     *
     * @param id its id
     * @param title what was asked for
     * @param state where it stands
     * @param owes whether something it changed for its own sake was not put back
     */
    public record Left(String id, String title, State state, boolean owes) {}

    /** Where an operation stands. */
    public enum State {
        /** Somebody carries it out. */
        RUNNING,
        /** Its shell is gone, or let go of it. */
        LEFT,
        /** It came to its end. */
        ENDED
    }

    public Claims {
        reassignments = Collections.unmodifiableSortedMap(new TreeMap<>(reassignments));
        throttles = List.copyOf(throttles);
        operations = List.copyOf(operations);
        unreadable = List.copyOf(unreadable);
    }

    Optional<Left> operation(String id) {
        return operations.stream().filter(left -> left.id().equals(id)).findFirst();
    }

    /** Whether somebody is carrying out the operation of this id. */
    boolean runs(String id) {
        return operation(id).filter(left -> left.state() == State.RUNNING).isPresent();
    }
}
