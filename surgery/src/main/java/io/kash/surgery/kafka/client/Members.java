package io.kash.surgery.kafka.client;

import io.kash.surgery.kafka.Broker;
import io.kash.surgery.kafka.BrokerId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.common.Node;

/** The cluster's id and who belongs to it. */
record Members(String clusterId, Optional<BrokerId> controller, List<Broker> brokers) {
    Members {
        brokers = List.copyOf(brokers);
    }

    /**
     * Asks for fenced brokers too (KIP-1073). Brokers in ZooKeeper mode and those below 4.0 do not know the question;
     * there, a registered broker is a live one.
     */
    static Members read(Admin admin, Budget budget) throws KafkaFailure {
        try {
            return budget.inTurns(turn -> ask(admin, turn, true));
        } catch (KafkaFailure e) {
            if (!e.unsupported()) {
                throw e;
            }
            return budget.inTurns(turn -> ask(admin, turn, false));
        }
    }

    private static Members ask(Admin admin, Budget budget, boolean fenced) throws KafkaFailure {
        DescribeClusterResult answer = admin.describeCluster(
                new DescribeClusterOptions().includeFencedBrokers(fenced).timeoutMs(budget.leftMillis()));
        Collection<Node> nodes = budget.await(answer.nodes());
        return new Members(
                budget.await(answer.clusterId()),
                brokerId(budget.await(answer.controller())),
                nodes.stream().map(Members::broker).toList());
    }

    private static Broker broker(Node node) {
        return new Broker(
                new BrokerId(node.id()), node.host(), node.port(), Optional.ofNullable(node.rack()), node.isFenced());
    }

    @SuppressWarnings("NullAway") // The client's answer is null when no controller is known.
    private static Optional<BrokerId> brokerId(Node node) {
        return Optional.ofNullable(node).filter(known -> known.id() >= 0).map(known -> new BrokerId(known.id()));
    }

    /** Brokers worth asking themselves. */
    List<BrokerId> alive() {
        return brokers.stream().filter(Broker::alive).map(Broker::id).sorted().toList();
    }
}
