package io.kash.surgery.kafka.client;

import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.Node;

/** Brokers as the client's answers have them. */
final class Nodes {
    private Nodes() {}

    static Node node(int id) {
        return new Node(id, "broker-" + id, 9092);
    }

    static List<Node> nodes(int... ids) {
        return Arrays.stream(ids).mapToObj(Nodes::node).toList();
    }
}
