package io.kash.surgery.zookeeper.client;

import io.kash.surgery.zookeeper.MarkEnsemble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.WatchedEvent;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.admin.ZooKeeperAdmin;
import org.apache.zookeeper.client.ZKClientConfig;
import org.apache.zookeeper.data.Stat;

/**
 * A session for a few questions, with one server or with any of several. It is no Curator client: which server answers is
 * the point here, and Curator follows the ensemble.
 */
final class Handle implements AutoCloseable {
    private static final int ANSWERS_WITHIN_MILLIS = 4_000;
    private static final int SESSION_MILLIS = 6_000;
    private static final int CLOSES_WITHIN_MILLIS = 500;

    private final ZooKeeperAdmin zookeeper;

    private Handle(ZooKeeperAdmin zookeeper) {
        this.zookeeper = zookeeper;
    }

    /**
     * Connects within four seconds.
     *
     * @param hosts {@code host:port,host:port}
     * @throws IOException when no server takes the session in time
     */
    static Handle open(String hosts) throws IOException, InterruptedException {
        CompletableFuture<Boolean> connected = new CompletableFuture<>();
        Watcher watcher = event -> connected(event, connected);
        ZooKeeperAdmin zookeeper = new ZooKeeperAdmin(hosts, SESSION_MILLIS, watcher, config());
        Handle handle = new Handle(zookeeper);
        boolean open = false;
        try {
            open = connected.get(ANSWERS_WITHIN_MILLIS, TimeUnit.MILLISECONDS);
            return handle;
        } catch (TimeoutException e) {
            throw new IOException("no session within " + ANSWERS_WITHIN_MILLIS / 1000 + " s", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("nothing fails this", e);
        } finally {
            if (!open) {
                handle.close();
            }
        }
    }

    private static void connected(WatchedEvent event, CompletableFuture<Boolean> connected) {
        if (event.getState() == Watcher.Event.KeeperState.SyncConnected) {
            connected.complete(true);
        }
    }

    private static ZKClientConfig config() {
        ZKClientConfig config = new ZKClientConfig();
        config.setProperty(ZKClientConfig.ZOOKEEPER_REQUEST_TIMEOUT, Integer.toString(ANSWERS_WITHIN_MILLIS));
        if (System.getProperty("java.security.auth.login.config") == null) {
            // Nothing to log in with; preparing for it asks the name service for every server.
            config.setProperty(ZKClientConfig.ENABLE_CLIENT_SASL_KEY, "false");
        }
        return config;
    }

    ZooKeeperAdmin zookeeper() {
        return zookeeper;
    }

    /** Brings the server up to what the leader has committed, so that what is read next is not old. */
    void sync() throws KeeperException, InterruptedException {
        CompletableFuture<Integer> answer = new CompletableFuture<>();
        zookeeper.sync("/", (code, path, context) -> answer.complete(code), null);
        try {
            int code = answer.get(ANSWERS_WITHIN_MILLIS, TimeUnit.MILLISECONDS);
            if (code != Code.OK.intValue()) {
                throw KeeperException.create(Code.get(code));
            }
        } catch (TimeoutException e) {
            throw KeeperException.create(Code.REQUESTTIMEOUT);
        } catch (ExecutionException e) {
            throw new IllegalStateException("nothing fails this", e);
        }
    }

    /** What stands at the place of the mark; empty when there is nothing. */
    Optional<String> mark() throws KeeperException, InterruptedException {
        return data(zookeeper, MarkEnsemble.PATH, new Stat()).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    static Optional<byte[]> data(ZooKeeper zookeeper, String path, Stat stat)
            throws KeeperException, InterruptedException {
        try {
            byte[] data = zookeeper.getData(path, false, stat);
            return Optional.of(data == null ? new byte[0] : data);
        } catch (KeeperException.NoNodeException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            zookeeper.close(CLOSES_WITHIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
