package io.kash.surgery.controllers;

import io.kash.surgery.kafka.ControllerView;
import io.kash.surgery.kafka.MetadataQuorum;
import io.kash.surgery.kafka.VoterKey;
import io.kash.surgery.plan.Kind;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Standing;
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
        implements VoterChange {
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
    public List<VoterKey> after() {
        return Voters.without(before, voter);
    }

    @Override
    public Standing standing(Snapshot now) {
        MetadataQuorum quorum = now.part(MetadataQuorum.class);
        List<VoterKey> voters = quorum.keys();
        if (voters.equals(after())) {
            return changed(quorum, now, "controller " + voter.id() + " is out");
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
}
