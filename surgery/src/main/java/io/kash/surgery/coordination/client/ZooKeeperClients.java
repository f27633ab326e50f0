package io.kash.surgery.coordination.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.retry.RetryNTimes;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.client.ZKClientConfig;

/** Opens clients of one ensemble, each with a ZooKeeper session of its own. */
final class ZooKeeperClients {
    private static final int CLOSES_WITHIN_MILLIS = 500;

    private ZooKeeperClients() {}

    /** A client that has begun to connect. It gets itself another session when the one it has is lost. */
    static CuratorFramework start(FollowedEnsemble ensemble, int sessionMillis) {
        CuratorFramework client = CuratorFrameworkFactory.builder()
                .ensembleProvider(ensemble)
                .ensembleTracker(true)
                .sessionTimeoutMs(sessionMillis)
                .connectionTimeoutMs(sessionMillis)
                .maxCloseWaitMs(CLOSES_WITHIN_MILLIS)
                .zkClientConfig(config())
                .retryPolicy(new RetryNTimes(0, 0))
                .build();
        client.start();
        return client;
    }

    /** The handle of a client that is connected; waits for that, and throws a lost connection when the time is over. */
    static ZooKeeper connected(CuratorFramework client, long endNanos) throws Exception {
        int leftMillis = (int) TimeUnit.NANOSECONDS.toMillis(endNanos - System.nanoTime());
        if (!client.blockUntilConnected(Math.max(1, leftMillis), TimeUnit.MILLISECONDS)) {
            throw KeeperException.create(KeeperException.Code.CONNECTIONLOSS);
        }
        return client.getZookeeperClient().getZooKeeper();
    }

    /**
     * A handle that has begun to connect and keeps its one session until a server says that it has expired. Curator would
     * take it for expired after a timeout without a connection, though an ensemble that was away itself has not counted.
     */
    static ZooKeeper oneSession(FollowedEnsemble ensemble, int sessionMillis) {
        try {
            String connect = ensemble.getConnectionString();
            ZooKeeper handle = new ZooKeeper(connect, sessionMillis, event -> {}, config());
            ensemble.tell(handle, connect);
            return handle;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ZKClientConfig config() {
        ZKClientConfig config = new ZKClientConfig();
        config.setProperty(
                ZKClientConfig.ZOOKEEPER_REQUEST_TIMEOUT, Integer.toString(ZooKeeperCalls.ANSWERS_WITHIN_MILLIS));
        if (System.getProperty("java.security.auth.login.config") == null) {
            // Nothing to log in with; and preparing for it asks the name service for every server, which may take
            // seconds.
            config.setProperty(ZKClientConfig.ENABLE_CLIENT_SASL_KEY, "false");
        }
        return config;
    }
}
