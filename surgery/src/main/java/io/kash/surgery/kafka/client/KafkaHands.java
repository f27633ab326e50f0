package io.kash.surgery.kafka.client;

import io.kash.surgery.coordination.Fence;
import io.kash.surgery.kafka.AddVoter;
import io.kash.surgery.kafka.AlterConfigs;
import io.kash.surgery.kafka.AlterReassignments;
import io.kash.surgery.kafka.ElectPreferred;
import io.kash.surgery.kafka.RemoveVoter;
import io.kash.surgery.operation.Hands;
import io.kash.surgery.operation.Reply;
import io.kash.surgery.plan.Effect;
import io.kash.surgery.problem.ProblemException;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;

/**
 * Changes Kafka. What fails before anything is sent, as when no broker can be reached, is answered as Unknown too: the
 * runner looks at the cluster before it goes on in any case.
 *
 * <p>Until its time is over the client sends a request again when its connection breaks; every effect here is the same
 * done twice.
 */
final class KafkaHands implements Hands {
    static final Set<Class<? extends Effect>> EFFECTS = Set.of(
            AlterReassignments.class, ElectPreferred.class, AlterConfigs.class, AddVoter.class, RemoveVoter.class);

    private final KafkaClient client;

    KafkaHands(KafkaClient client) {
        this.client = client;
    }

    /** @throws IllegalArgumentException for an effect that is not Kafka's */
    @Override
    public Reply apply(Effect effect, Fence fence) {
        if (effect instanceof AlterReassignments reassignments) {
            return send(new ReassignmentHand(), reassignments, fence);
        }
        if (effect instanceof ElectPreferred election) {
            return send(new ElectionHand(), election, fence);
        }
        if (effect instanceof AlterConfigs configs) {
            return send(new ConfigHand(), configs, fence);
        }
        if (effect instanceof AddVoter voter) {
            return send(VoterHand.adding(), voter, fence);
        }
        if (effect instanceof RemoveVoter voter) {
            return send(VoterHand.removing(), voter, fence);
        }
        throw new IllegalArgumentException("not an effect on Kafka: " + effect.kind());
    }

    private <E extends Effect> Reply send(Hand<E> hand, E effect, Fence fence) {
        Budget budget = Budget.of(KafkaClient.TIME_OF_A_LOOK);
        Admin admin;
        try {
            admin = client.admin();
        } catch (ProblemException e) {
            return new Reply.Unknown(e.problem().what() + ": " + e.problem().why() + "; nothing was sent");
        }
        return hand.send(effect, admin, fence, budget);
    }
}
