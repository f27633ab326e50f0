package io.kash.lab;

import io.kash.lab.cluster.Answer;
import io.kash.lab.cluster.FourLetterWord;
import io.kash.lab.server.Servers;
import io.kash.lab.waiting.Deadline;
import io.kash.lab.waiting.Waiting;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.QuorumInfo;

/** The ZooKeeper servers or controllers, as those who wait for them see them. */
record Quorum(Servers servers, Supplier<Admin> admin) {
    /** Waits until each of them is one with the others: leads, follows, or only listens. */
    void awaitLinked(List<Node> nodes, Deadline deadline) {
        boolean linked = Waiting.until(
                () -> {
                    servers.firstEnded(nodes).ifPresent(ended -> {
                        throw ended;
                    });
                    return areLinked(nodes);
                },
                deadline);
        if (!linked) {
            throw new LabException(
                    nodes.stream().map(Node::name).collect(Collectors.joining(", ")) + " are not up in time",
                    "not all of them have found the quorum",
                    "see their logs in the lab's directory");
        }
    }

    private boolean areLinked(List<Node> nodes) {
        return nodes.stream().noneMatch(Node::isController)
                ? nodes.stream()
                        .allMatch(node -> FourLetterWord.role(node.endpoint()).isPresent())
                : inMetadataQuorum().containsAll(nodes.stream().map(Node::id).toList());
    }

    /** The ids of voters and observers; brokers are observers, too. */
    private Set<Integer> inMetadataQuorum() {
        QuorumInfo quorum = Answer.of(admin.get().describeMetadataQuorum().quorumInfo(), "ask for the controllers");
        return Stream.concat(quorum.voters().stream(), quorum.observers().stream())
                .map(QuorumInfo.ReplicaState::replicaId)
                .collect(Collectors.toSet());
    }
}
