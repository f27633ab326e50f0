package io.kash.surgery.kafka.client;

import io.kash.surgery.coordination.Fence;
import io.kash.surgery.kafka.AddVoter;
import io.kash.surgery.kafka.RemoveVoter;
import io.kash.surgery.kafka.VoterKey;
import io.kash.surgery.operation.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.AddRaftVoterOptions;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeMetadataQuorumOptions;
import org.apache.kafka.clients.admin.RaftVoterEndpoint;
import org.apache.kafka.clients.admin.RemoveRaftVoterOptions;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.InconsistentClusterIdException;
import org.apache.kafka.common.errors.InvalidRequestException;

/**
 * Adds a voter or takes one out (KIP-853). An answer that does not come in time is Unknown: the leader may have written the
 * change and not yet have a majority for it. A change that another is in the way of is answered by a time-out, too.
 */
final class VoterHand {
    private static final String QUORUM = "the quorum";

    private VoterHand() {}

    static Hand<AddVoter> adding() {
        return (effect, admin, fence, budget) -> send(effect.expected(), admin, fence, budget, () -> admin.addRaftVoter(
                        effect.voter().id(),
                        Uuid.fromString(effect.voter().directory()),
                        Set.of(new RaftVoterEndpoint(
                                effect.endpoint().listener(),
                                effect.endpoint().host(),
                                effect.endpoint().port())),
                        new AddRaftVoterOptions()
                                .setClusterId(Optional.of(effect.clusterId()))
                                .timeoutMs(budget.leftMillis()))
                .all());
    }

    static Hand<RemoveVoter> removing() {
        return (effect, admin, fence, budget) ->
                send(effect.expected(), admin, fence, budget, () -> admin.removeRaftVoter(
                                effect.voter().id(),
                                Uuid.fromString(effect.voter().directory()),
                                new RemoveRaftVoterOptions()
                                        .setClusterId(Optional.of(effect.clusterId()))
                                        .timeoutMs(budget.leftMillis()))
                        .all());
    }

    /** A request that the client sends. */
    private interface Change {
        KafkaFuture<Void> send();
    }

    private static Reply send(List<VoterKey> expected, Admin admin, Fence fence, Budget budget, Change change) {
        try {
            if (!voters(admin, budget).equals(expected)) {
                return new Reply.Rejected(Map.of(QUORUM, "its voters are others by now; nothing was sent"));
            }
        } catch (KafkaFailure e) {
            return new Reply.Unknown(e.words() + "; nothing was sent");
        }
        fence.check();
        try {
            var unused = budget.await(change.send());
            return new Reply.Accepted();
        } catch (KafkaFailure e) {
            return reply(e);
        }
    }

    private static List<VoterKey> voters(Admin admin, Budget budget) throws KafkaFailure {
        return budget
                .await(admin.describeMetadataQuorum(new DescribeMetadataQuorumOptions().timeoutMs(budget.leftMillis()))
                        .quorumInfo())
                .voters()
                .stream()
                .map(voter -> new VoterKey(
                        voter.replicaId(), voter.replicaDirectoryId().toString()))
                .sorted()
                .toList();
    }

    static Reply reply(KafkaFailure failure) {
        if (failure.outcomeUnknown()) {
            return new Reply.Unknown(failure.words());
        }
        if (failure.notAuthorised()) {
            return new Reply.Forbidden("the cluster does not allow it: " + failure.words());
        }
        if (failure.unsupported() || failure.reason() instanceof InvalidRequestException) {
            return new Reply.Forbidden("the quorum does not take it: " + failure.words());
        }
        if (failure.reason() instanceof InconsistentClusterIdException) {
            return new Reply.Forbidden("it is another cluster: " + failure.words());
        }
        return new Reply.Rejected(Map.of(QUORUM, failure.words()));
    }
}
