package io.kash.surgery.coordination.client;

import java.util.Arrays;
import java.util.Optional;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;

/** Writes where nothing stands. A try without a reply is told by its text on a node that nobody has changed since. */
final class FirstWrite implements ZooKeeperCalls.Attempt<Optional<Long>> {
    private final String path;
    private final byte[] bytes;

    FirstWrite(String path, byte[] bytes) {
        this.path = path;
        this.bytes = bytes;
    }

    @Override
    public Optional<Long> on(ZooKeeper zookeeper, boolean again) throws KeeperException, InterruptedException {
        try {
            Nodes.create(zookeeper, path, bytes, CreateMode.PERSISTENT);
        } catch (KeeperException.NodeExistsException e) {
            return again ? ours(zookeeper) : Optional.empty();
        }
        // The plain create, the only one 3.4 has, does not tell the transaction.
        Stat stat = zookeeper.exists(path, false);
        return stat == null ? Optional.empty() : Optional.of(stat.getCzxid());
    }

    private Optional<Long> ours(ZooKeeper zookeeper) throws KeeperException, InterruptedException {
        ZooKeeperCalls.sync(zookeeper);
        Stat stat = new Stat();
        return Nodes.data(zookeeper, path, stat)
                .filter(found -> stat.getVersion() == 0 && Arrays.equals(found, bytes))
                .map(found -> stat.getCzxid());
    }
}
