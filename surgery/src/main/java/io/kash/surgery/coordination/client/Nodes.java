package io.kash.surgery.coordination.client;

import java.util.Optional;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;

/** Reads and creates nodes by calls that every server has since 3.4. */
final class Nodes {
    private Nodes() {}

    /** The node's value; empty when there is no node, or only one on the way to others. */
    static Optional<byte[]> data(ZooKeeper zookeeper, String path, Stat stat)
            throws KeeperException, InterruptedException {
        try {
            return Optional.ofNullable(zookeeper.getData(path, false, stat));
        } catch (KeeperException.NoNodeException e) {
            return Optional.empty();
        }
    }

    /** Creates a node that is not there yet, and the ones above it as far as they are missing. */
    static void create(ZooKeeper zookeeper, String path, byte[] bytes, CreateMode mode)
            throws KeeperException, InterruptedException {
        try {
            zookeeper.create(path, bytes, Ids.OPEN_ACL_UNSAFE, mode);
        } catch (KeeperException.NoNodeException e) {
            for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
                createFolder(zookeeper, path.substring(0, slash));
            }
            zookeeper.create(path, bytes, Ids.OPEN_ACL_UNSAFE, mode);
        }
    }

    private static void createFolder(ZooKeeper zookeeper, String path) throws KeeperException, InterruptedException {
        try {
            zookeeper.create(path, null, Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
        } catch (KeeperException.NodeExistsException e) {
            // Somebody else was first, or it was there: as well.
        }
    }
}
