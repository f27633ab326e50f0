package io.kash.surgery.controllers;

import io.kash.surgery.kafka.ControllerEndpoint;
import io.kash.surgery.kafka.ControllerView;
import io.kash.surgery.kafka.MetadataQuorum;
import io.kash.surgery.kafka.VoterKey;
import io.kash.surgery.plan.Kind;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Standing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Makes one controller that observes the quorum a voter (KIP-853). It has to be in sync and to follow the leader by its own
 * word, for as long as the others, before it votes.
 *
 * <p>What happens when it fails half-way: the voters say whether it is one. One that observes hurts nobody and is gone on
 * with; one that votes and is not well is waited for before anything else is changed.
 *
 * @param voter its id and directory, together: another directory is another controller
 * @param endpoint where the quorum is to find it
 * @param before the voters when its turn comes
 * @param clusterId the cluster it is to vote in
 * @param settle how long all must have been well before it votes, and again before the step is done
 */
public record JoinController(
        VoterKey voter, ControllerEndpoint endpoint, List<VoterKey> before, String clusterId, Duration settle)
        implements VoterChange {
    public static final Kind KIND = Kind.of("kraft.join-controller/1");

    public JoinController {
        before = List.copyOf(before);
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String title() {
        return "join controller " + voter.id();
    }

    @Override
    public List<VoterKey> after() {
        return Voters.with(before, voter);
    }

    @Override
    public Standing standing(Snapshot now) {
        MetadataQuorum quorum = now.part(MetadataQuorum.class);
        List<VoterKey> voters = quorum.keys();
        if (voters.equals(after())) {
            return changed(quorum, now, "controller " + voter.id() + " votes");
        }
        if (voters.contains(voter)) {
            // It voted before others joined or left.
            return Standing.DONE;
        }
        return voters.equals(before)
                ? waiting(quorum)
                : Voters.foreign(voters, Voters.ids(before) + " and " + voter.id());
    }

    private Standing waiting(MetadataQuorum quorum) {
        if (quorum.named(voter.id()).stream().anyMatch(other -> !other.key().equals(voter) && other.inSync())) {
            return new Standing.Foreign("another controller says that it is " + voter.id()
                    + ": this step is for the one with the directory " + voter.directory());
        }
        return quorum.broken(before)
                .or(() -> absent(quorum))
                .<Standing>map(why -> new Standing.Blocked("controller " + voter.id() + " waits: " + why))
                .orElse(Standing.READY);
    }

    private Optional<String> absent(MetadataQuorum quorum) {
        Optional<ControllerView> view = quorum.replica(voter);
        return view.isEmpty()
                ? Optional.of("it does not observe the quorum")
                : quorum.unwell(view.get()).map(why -> "it " + why);
    }
}
