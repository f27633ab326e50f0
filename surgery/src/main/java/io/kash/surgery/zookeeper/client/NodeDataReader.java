package io.kash.surgery.zookeeper.client;

import io.kash.surgery.operation.PartReader;
import io.kash.surgery.zookeeper.NodeData;
import io.kash.surgery.zookeeper.NodeDataLook;
import java.util.Base64;
import java.util.Optional;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.data.Stat;

/** Reads one node with its data. */
final class NodeDataReader implements PartReader<NodeDataLook> {
    private final TreeClient client;

    NodeDataReader(TreeClient client) {
        this.client = client;
    }

    @Override
    public Class<NodeDataLook> answers() {
        return NodeDataLook.class;
    }

    @Override
    public NodeData read(NodeDataLook look) {
        return client.read(look.path(), session -> {
            Stat stat = new Stat();
            try {
                byte[] data = session.getData(look.path().value(), false, stat);
                return new NodeData(
                        Optional.of(TreeClient.node(look.path(), stat)),
                        data == null ? "" : Base64.getEncoder().encodeToString(data));
            } catch (KeeperException.NoNodeException e) {
                return new NodeData(Optional.empty(), "");
            }
        });
    }
}
