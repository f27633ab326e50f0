package io.kash.surgery.kafka;

import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Kind;
import java.util.List;

/**
 * Makes an observer a voter of the metadata quorum (KIP-853, AddRaftVoter). Kafka has no compare-and-set for it: the voters
 * are read once more before it is sent, and it is not sent when they are others than expected.
 *
 * @param clusterId the cluster it is meant for; Kafka refuses it in another
 * @param expected who votes before it
 */
public record AddVoter(VoterKey voter, ControllerEndpoint endpoint, String clusterId, List<VoterKey> expected)
        implements Effect {
    public static final Kind KIND = Kind.of("kraft.add-voter/1");

    public AddVoter {
        expected = List.copyOf(expected);
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String title() {
        return "make controller " + voter + " at " + endpoint.address() + " a voter";
    }
}
