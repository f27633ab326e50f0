package io.kash.surgery.coordination.client;

import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;

/**
 * Ends other clients' ZooKeeper sessions, as the ensemble does when it has not heard of them: by taking them over and
 * closing them. The password that takes follows from the session's id (ZooKeeperServer.generatePasswd).
 */
final class Expiry {
    private static final long SERVERS_SECRET = 0xB3415C00L;
    private static final int SESSION_MILLIS = 10_000;

    private Expiry() {}

    /** The session that holds an ephemeral node: what it claimed is gone, and it learns so when it asks next. */
    static void expire(String hosts, String path) throws Exception {
        Stat stat = ask(hosts, admin -> admin.exists(path, false));
        if (stat == null || stat.getEphemeralOwner() == 0) {
            throw new AssertionError("nobody holds " + path);
        }
        long id = stat.getEphemeralOwner();
        byte[] password = new byte[16];
        new Random(id ^ SERVERS_SECRET).nextBytes(password);
        CountDownLatch connected = new CountDownLatch(1);
        ZooKeeper taken = new ZooKeeper(hosts, SESSION_MILLIS, connecting(connected), id, password);
        try {
            await(connected);
            if (taken.getSessionId() != id) {
                throw new AssertionError("another session than the holder's");
            }
        } finally {
            taken.close();
        }
    }

    /** Asks an ensemble as an administrator would, past the store. */
    static <T> T ask(String hosts, Question<T> question) throws Exception {
        CountDownLatch connected = new CountDownLatch(1);
        ZooKeeper admin = new ZooKeeper(hosts, SESSION_MILLIS, connecting(connected));
        try {
            await(connected);
            return question.of(admin);
        } finally {
            admin.close();
        }
    }

    interface Question<T> {
        T of(ZooKeeper admin) throws Exception;
    }

    private static Watcher connecting(CountDownLatch connected) {
        return event -> {
            if (event.getState() == Watcher.Event.KeeperState.SyncConnected) {
                connected.countDown();
            }
        };
    }

    private static void await(CountDownLatch connected) throws InterruptedException {
        if (!connected.await(10, TimeUnit.SECONDS)) {
            throw new AssertionError("not connected");
        }
    }
}
