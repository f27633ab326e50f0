package io.kash.surgery.coordination.client;

import io.kash.surgery.coordination.Store;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;
import org.jspecify.annotations.Nullable;

/**
 * A lease as a ZooKeeper session: what it claims are ephemeral nodes, which the ensemble deletes when it has not heard of
 * the session for its timeout (ZooKeeper Programmer's Guide, "Ephemeral Nodes"). A claim is one create, which one of many
 * wins. It stays with the handle it began with: a session that comes after an expired one holds nothing.
 */
final class ZooKeeperSession implements Store.Session {
    private final FollowedEnsemble ensemble;
    private final ZooKeeper zookeeper;
    private final ZooKeeperCalls calls;
    private final UnaryOperator<String> paths;
    private final Set<String> claimed = ConcurrentHashMap.newKeySet();
    private volatile boolean dead;

    private ZooKeeperSession(
            FollowedEnsemble ensemble, ZooKeeper zookeeper, ZooKeeperCalls calls, UnaryOperator<String> paths) {
        this.ensemble = ensemble;
        this.zookeeper = zookeeper;
        this.calls = calls;
        this.paths = paths;
    }

    /** @param paths where keys are */
    static ZooKeeperSession begin(
            FollowedEnsemble ensemble, int sessionMillis, ZooKeeperCalls calls, UnaryOperator<String> paths) {
        ZooKeeper handle = ZooKeeperClients.oneSession(ensemble, sessionMillis);
        ZooKeeperSession session = new ZooKeeperSession(ensemble, handle, calls, paths);
        boolean begun = false;
        try {
            begun = session.alive();
            if (!begun) {
                throw calls.silent(new IllegalStateException("expired before it was used"));
            }
            return session;
        } finally {
            if (!begun) {
                session.close();
            }
        }
    }

    @Override
    public Optional<Long> claim(String key, String value) {
        if (dead) {
            return Optional.empty();
        }
        String path = paths.apply(key);
        byte[] bytes = Values.bytes(key, value, Integer.MAX_VALUE);
        try {
            Optional<Long> version = calls.make(endNanos -> zookeeper, (handle, again) -> create(path, bytes, again));
            version.ifPresent(any -> claimed.add(path));
            return version;
        } catch (KeeperException.SessionExpiredException e) {
            dead = true;
            return Optional.empty();
        }
    }

    private Optional<Long> create(String path, byte[] bytes, boolean again)
            throws KeeperException, InterruptedException {
        try {
            Nodes.create(zookeeper, path, bytes, CreateMode.EPHEMERAL);
        } catch (KeeperException.NodeExistsException e) {
            if (!again) {
                return Optional.empty();
            }
            ZooKeeperCalls.sync(zookeeper);
        }
        Stat stat = zookeeper.exists(path, false);
        return ours(stat) ? Optional.of(stat.getCzxid()) : Optional.empty();
    }

    @Override
    public boolean alive() {
        if (dead) {
            return false;
        }
        try {
            boolean held = calls.make(endNanos -> zookeeper, (handle, again) -> holdsAll());
            dead = !held;
            return held;
        } catch (KeeperException.SessionExpiredException e) {
            dead = true;
            return false;
        }
    }

    private boolean holdsAll() throws KeeperException, InterruptedException {
        ZooKeeperCalls.sync(zookeeper);
        for (String path : claimed) {
            if (!ours(zookeeper.exists(path, false))) {
                return false;
            }
        }
        return true;
    }

    private boolean ours(@Nullable Stat stat) {
        return stat != null && stat.getEphemeralOwner() == zookeeper.getSessionId();
    }

    /** Tells the ensemble, which deletes at once what was claimed; where none can be told, the timeout does. */
    @Override
    public void close() {
        dead = true;
        ensemble.forget(zookeeper);
        try {
            zookeeper.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
