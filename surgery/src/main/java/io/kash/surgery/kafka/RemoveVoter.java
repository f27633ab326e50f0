package io.kash.surgery.kafka;

import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Kind;
import java.util.List;

/**
 * Takes a voter out of the metadata quorum (KIP-853, RemoveRaftVoter). As with {@link AddVoter}, it is not sent when the
 * voters are others than expected.
 *
 * @param clusterId the cluster it is meant for; Kafka refuses it in another
 * @param expected who votes before it
 */
public record RemoveVoter(VoterKey voter, String clusterId, List<VoterKey> expected) implements Effect {
    public static final Kind KIND = Kind.of("kraft.remove-voter/1");

    public RemoveVoter {
        expected = List.copyOf(expected);
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String title() {
        return "take out controller " + voter;
    }
}
