package io.kash.surgery.controllers;

import io.kash.surgery.kafka.ControllerView;
import io.kash.surgery.kafka.MetadataQuorum;
import io.kash.surgery.kafka.VoterKey;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Standing;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sets of voters, in the order of their ids. */
final class Voters {
    private Voters() {}

    /** {@code 101, 102, 103}. */
    static String ids(Collection<VoterKey> voters) {
        return voters.stream().map(voter -> String.valueOf(voter.id())).collect(Collectors.joining(", "));
    }

    static List<VoterKey> with(List<VoterKey> voters, VoterKey one) {
        return Stream.concat(voters.stream(), Stream.of(one)).sorted().toList();
    }

    static List<VoterKey> without(List<VoterKey> voters, VoterKey one) {
        return voters.stream().filter(voter -> !voter.equals(one)).toList();
    }

    /** Somebody else has changed who votes. */
    static Standing foreign(List<VoterKey> now, String expected) {
        return new Standing.Foreign("the quorum has the voters "
                + now.stream().map(VoterKey::toString).collect(Collectors.joining(", ")) + "; this step expects "
                + expected);
    }

    /** The world after a change of voters. One that was looked at without its quorum stays as it is. */
    static Snapshot project(Snapshot before, List<VoterKey> after) {
        return before.find(MetadataQuorum.class)
                .map(quorum -> before.with(new MetadataQuorum(
                        quorum.clusterId(),
                        quorum.level(),
                        quorum.release(),
                        quorum.leader(),
                        quorum.epoch(),
                        quorum.highWatermark(),
                        quorum.controllers().stream()
                                .map(view -> changed(view, after.contains(view.key())))
                                .toList(),
                        quorum.asked())))
                .orElse(before);
    }

    private static ControllerView changed(ControllerView view, boolean votes) {
        if (view.votes() == votes) {
            return view;
        }
        return view.as(votes ? ControllerView.Role.VOTER : ControllerView.Role.OBSERVER);
    }
}
