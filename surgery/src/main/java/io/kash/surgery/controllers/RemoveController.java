package io.kash.surgery.controllers;

import io.kash.surgery.kafka.ControllerView;
import io.kash.surgery.kafka.MetadataQuorum;
import io.kash.surgery.kafka.MetadataQuorumLook;
import io.kash.surgery.kafka.VoterKey;
import io.kash.surgery.plan.Kind;
import io.kash.surgery.plan.Progress;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Standing;
import io.kash.surgery.plan.Step;
import java.time.Duration;
import java.util.List;

/**
 * Takes one controller out of the quorum (KIP-853). The removal is itself a record that the rest has to agree on, and the
 * leader writes more every half second: that the rest stays in sync afterwards shows that it decides without the one
 * removed. When it is the leader, its removal is the hand-over.
 *
 * <p>What happens when it fails half-way: the voters say whether it is out. An answer that was lost is not asked for again
 * before they were looked at.
 *
 * @param voter its id and directory, together
 * @param before the voters when its turn comes
 * @param clusterId the cluster it is to leave
 * @param settle how long those that stay must have been well before, and again after
 */
public record RemoveController(VoterKey voter, List<VoterKey> before, String clusterId, Duration settle)
        implements Step {
    public static final Kind KIND = Kind.of("kraft.remove-controller/1");

    public RemoveController {
        before = List.copyOf(before);
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String title() {
        return "take out controller " + voter.id();
    }

    @Override
    public Scope scope() {
        return Scope.of(new MetadataQuorumLook());
    }

    /** Who votes when it is done. */
    public List<VoterKey> after() {
        return Voters.without(before, voter);
    }

    @Override
    public Standing standing(Snapshot now) {
        MetadataQuorum quorum = now.part(MetadataQuorum.class);
        List<VoterKey> voters = quorum.keys();
        if (voters.equals(after())) {
            return quorum.broken(after())
                    .<Standing>map(why -> new Standing.Blocked("controller " + voter.id() + " is out; now " + why))
                    .orElse(settled(quorum, now) ? Standing.DONE : Standing.UNDERWAY);
        }
        if (!voters.isEmpty() && after().containsAll(voters)) {
            // It was out before others left.
            return Standing.DONE;
        }
        return voters.equals(before) ? inside(quorum) : Voters.foreign(voters, Voters.ids(before));
    }

    private Standing inside(MetadataQuorum quorum) {
        if (quorum.replica(voter)
                .map(ControllerView::word)
                .filter(word -> word.joinsByItself())
                .isPresent()) {
            return new Standing.Foreign("controller " + voter.id()
                    + " joins by itself: taken out, it would be back at once (" + KnownFault.COMES_BACK.report() + ")");
        }
        return quorum.broken(after())
                .<Standing>map(why -> new Standing.Blocked("controller " + voter.id() + " stays for now: " + why))
                .orElse(Standing.READY);
    }

    boolean settled(MetadataQuorum quorum, Snapshot now) {
        return quorum.settled(after(), settle, now.observedAt());
    }

    @Override
    public Snapshot project(Snapshot before) {
        return Voters.project(before, after());
    }

    @Override
    public Progress progress(Snapshot now) {
        boolean done = standing(now).equals(Standing.DONE);
        boolean out = now.part(MetadataQuorum.class).keys().equals(after());
        return new Progress(Progress.Unit.SERVERS, done ? 1 : 0, 1, out && !done ? 1 : 0);
    }
}
