package io.kash.surgery.controllers;

import io.kash.surgery.kafka.MetadataQuorum;
import io.kash.surgery.kafka.MetadataQuorumLook;
import io.kash.surgery.kafka.VoterKey;
import io.kash.surgery.plan.Progress;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Standing;
import io.kash.surgery.plan.Step;
import java.time.Duration;
import java.util.List;

/** One controller more or less among the voters: two neighbouring sets of voters always share a majority (KIP-853). */
sealed interface VoterChange extends Step permits JoinController, RemoveController {
    /** The controller's id and directory, together: another directory is another controller. */
    VoterKey voter();

    /** The voters when its turn comes. */
    List<VoterKey> before();

    /** Who votes when it is done. */
    List<VoterKey> after();

    /** How long all must have been well before the change, and again before the step is done. */
    Duration settle();

    @Override
    default Scope scope() {
        return Scope.of(new MetadataQuorumLook());
    }

    /** Whether everybody who is to vote has been well for long enough. */
    default boolean settled(MetadataQuorum quorum, Snapshot now) {
        return quorum.settled(after(), settle(), now.observedAt());
    }

    /**
     * How it stands once the voters are those it wants.
     *
     * @param what has happened, for the message: {@code controller 104 votes}
     */
    default Standing changed(MetadataQuorum quorum, Snapshot now, String what) {
        return quorum.broken(after())
                .<Standing>map(why -> new Standing.Blocked(what + "; now " + why))
                .orElse(settled(quorum, now) ? Standing.DONE : Standing.UNDERWAY);
    }

    @Override
    default Snapshot project(Snapshot before) {
        return Voters.project(before, after());
    }

    /** In flight only from the change on: an observer may stay one, and a voter a voter, for as long as anybody likes. */
    @Override
    default Progress progress(Snapshot now) {
        boolean done = standing(now).equals(Standing.DONE);
        boolean changed = now.part(MetadataQuorum.class).keys().equals(after());
        return new Progress(Progress.Unit.SERVERS, done ? 1 : 0, 1, changed && !done ? 1 : 0);
    }
}
