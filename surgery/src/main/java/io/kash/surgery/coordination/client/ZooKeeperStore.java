package io.kash.surgery.coordination.client;

import io.kash.surgery.coordination.Store;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.curator.framework.CuratorFramework;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.data.Stat;
import org.jspecify.annotations.Nullable;

/**
 * A store in a ZooKeeper ensemble, 3.4 to 3.9: a persistent node for each value, below {@code /kash/<environment>} under
 * the connect string's chroot. A node on the way to others has no data; one with a value has some, if only none in length.
 *
 * <p>An entry's version is the id of the transaction that wrote it (mzxid): larger for every change of the whole ensemble,
 * so it never repeats, not even when a node vanishes and comes back; a node's own counter would begin at 0 again. A write
 * is made under the node's counter all the same, since ZooKeeper compares nothing else. What is read is as new as the
 * leader's state (sync). Only calls that 3.4 knows are used: Curator's own creates and its cache need newer servers.
 *
 * <p>Values stay far below ZooKeeper's limit of a megabyte: an append to a journal rewrites its last value, on every server.
 * Nodes are open to all clients of the ensemble, as Kafka's own are unless it was given ACLs.
 */
public final class ZooKeeperStore implements Store {
    static final String PLACE = "ZooKeeper";
    private static final int MAX_VALUE_BYTES = 64 * 1024;

    /** Servers round it to their ticks, and may have limits of their own: 2 to 20 ticks unless set otherwise. */
    private static final int SESSION_MILLIS = 10_000;

    /** What a server may take beyond the timeout: sessions are checked in steps of its tick, and deletion is a write. */
    private static final Duration LAPSE = Duration.ofMillis(SESSION_MILLIS).plusSeconds(5);

    private final FollowedEnsemble ensemble;
    private final String root;
    private final ZooKeeperCalls calls;
    private @Nullable CuratorFramework client;
    private boolean closed;

    /**
     * Connects when it is first used.
     *
     * @param connect {@code host:port,host:port/chroot}; the chroot must be there
     * @param environment its name, which becomes part of the path
     */
    public ZooKeeperStore(String connect, String environment) {
        this.ensemble = new FollowedEnsemble(connect);
        this.root = "/kash/" + environment;
        this.calls = new ZooKeeperCalls(connect);
    }

    @Override
    public Optional<Entry> get(String key) {
        String path = path(key);
        return make((zookeeper, again) -> {
            ZooKeeperCalls.sync(zookeeper);
            Stat stat = new Stat();
            return Nodes.data(zookeeper, path, stat)
                    .map(bytes -> new Entry(new String(bytes, StandardCharsets.UTF_8), stat.getMzxid()));
        });
    }

    @Override
    public Optional<Long> putIf(String key, String value, long version) {
        byte[] bytes = Values.bytes(key, value, MAX_VALUE_BYTES);
        ZooKeeperCalls.Attempt<Optional<Long>> write =
                version == ABSENT ? new FirstWrite(path(key), bytes) : new NextWrite(path(key), bytes, version);
        return make(write);
    }

    @Override
    public List<String> list(String key) {
        String path = path(key);
        return make((zookeeper, again) -> {
            ZooKeeperCalls.sync(zookeeper);
            try {
                List<String> children = new ArrayList<>(zookeeper.getChildren(path, false));
                children.sort(null);
                return children;
            } catch (KeeperException.NoNodeException e) {
                return List.of();
            }
        });
    }

    @Override
    public int maxValueBytes() {
        return MAX_VALUE_BYTES;
    }

    @Override
    public Session session() {
        var unused = client(); // It follows the ensemble, for sessions too.
        return ZooKeeperSession.begin(ensemble, SESSION_MILLIS, calls, this::path);
    }

    @Override
    public Duration lapse() {
        return LAPSE;
    }

    @Override
    public Watch watch(String key, Runnable changed) {
        return new ZooKeeperWatch(path(key), changed, this::make);
    }

    @Override
    public boolean shared() {
        return true;
    }

    @Override
    public String place() {
        return PLACE;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (client != null) {
            client.close();
        }
    }

    private synchronized CuratorFramework client() {
        if (closed) {
            throw new IllegalStateException("the store is closed");
        }
        CuratorFramework started = client;
        if (started == null) {
            started = ZooKeeperClients.start(ensemble, SESSION_MILLIS);
            client = started;
        }
        return started;
    }

    /** Nothing but claims depends on a session: when this client's expires, its next one goes on. */
    private <T> T make(ZooKeeperCalls.Attempt<T> attempt) {
        CuratorFramework shared = client();
        boolean[] expired = new boolean[1];
        while (true) {
            try {
                return calls.make(
                        endNanos -> ZooKeeperClients.connected(shared, endNanos),
                        (zookeeper, again) -> attempt.on(zookeeper, again || expired[0]));
            } catch (KeeperException.SessionExpiredException e) {
                if (expired[0]) {
                    throw calls.silent(e);
                }
                expired[0] = true;
            }
        }
    }

    private String path(String key) {
        return root + "/" + Values.key(key);
    }
}
