package io.kash.surgery.coordination.client;

import java.util.Arrays;
import java.util.Optional;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;

/**
 * Writes over what was seen. A try without a reply is told by its text under the next counter; so it remembers over its
 * tries which counter it wrote under.
 */
final class NextWrite implements ZooKeeperCalls.Attempt<Optional<Long>> {
    private static final int NONE = -1;

    private final String path;
    private final byte[] bytes;
    private final long version;
    private int under = NONE;

    NextWrite(String path, byte[] bytes, long version) {
        this.path = path;
        this.bytes = bytes;
        this.version = version;
    }

    @Override
    public Optional<Long> on(ZooKeeper zookeeper, boolean again) throws KeeperException, InterruptedException {
        Stat stat = zookeeper.exists(path, false);
        if (again || stat == null || stat.getMzxid() != version) {
            // Not what was expected; unless this server is behind, which may be when we have just come to it.
            ZooKeeperCalls.sync(zookeeper);
            stat = zookeeper.exists(path, false);
        }
        if (stat == null || stat.getMzxid() != version) {
            return ours(zookeeper);
        }
        boolean unanswered = under != NONE;
        under = stat.getVersion();
        try {
            return Optional.of(zookeeper.setData(path, bytes, under).getMzxid());
        } catch (KeeperException.BadVersionException | KeeperException.NoNodeException e) {
            // The try before this one may have arrived only now.
            return unanswered ? ours(zookeeper) : Optional.empty();
        }
    }

    /** What an earlier try without a reply wrote. */
    private Optional<Long> ours(ZooKeeper zookeeper) throws KeeperException, InterruptedException {
        if (under == NONE) {
            return Optional.empty();
        }
        Stat stat = new Stat();
        return Nodes.data(zookeeper, path, stat)
                .filter(found -> stat.getVersion() == under + 1 && Arrays.equals(found, bytes))
                .map(found -> stat.getMzxid());
    }
}
