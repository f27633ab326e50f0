package io.kash.surgery.plan;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;

/**
 * One intended change, as data with pure predicates. A whole move of many partitions is one step: the set of moves and
 * the limits are hashed and approved, the schedule is not.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
public interface Step extends Kinded {
    /** The step in a few words, for previews and reports. */
    String title();

    /** What must be observed to judge it. */
    Scope scope();

    /** How it stands in the given snapshot. */
    Standing standing(Snapshot now);

    /** The world after it: for previews, for dry runs of scripts, and to tell drift from our own effects. */
    Snapshot project(Snapshot before);

    /** How much of it is done in the given snapshot. */
    Progress progress(Snapshot now);

    /**
     * What has to come next, from which partition, broker or server, and what an operator can do about it: shown when
     * nothing has moved for a while. Empty when there is nothing to name.
     */
    default Optional<String> waitsFor(Snapshot now) {
        return Optional.empty();
    }

    /**
     * Whether what an effect that is sent once was for has been seen, by a step that sends several of them one after the
     * other: then nothing more is to be waited for because of it. A step that sends one is done when its end is seen.
     */
    default boolean seen(Effect effect, Snapshot now) {
        return false;
    }
}
