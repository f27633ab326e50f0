package io.kash.shell.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;

/**
 * A client that writes to an ensemble all the time and remembers the longest time it could not, and that looks at it as
 * somebody beside the product does.
 */
final class ZooKeeperPulse implements AutoCloseable {
    private static final String PATH = "/pulse";
    private static final int SESSION_MILLIS = 10_000;
    private static final long BETWEEN_NANOS = Duration.ofMillis(20).toNanos();

    private final ZooKeeper writer;
    private final ZooKeeper reader;
    private final Thread thread;
    private volatile boolean closed;
    private volatile long longestNanos;

    private ZooKeeperPulse(ZooKeeper writer, ZooKeeper reader) {
        this.writer = writer;
        this.reader = reader;
        this.thread = new Thread(this::beat, "zookeeper-pulse");
        thread.setDaemon(true);
    }

    static ZooKeeperPulse start(String connect) {
        try {
            ZooKeeperPulse pulse = new ZooKeeperPulse(
                    new ZooKeeper(connect, SESSION_MILLIS, event -> {}),
                    new ZooKeeper(connect, SESSION_MILLIS, event -> {}));
            pulse.thread.start();
            return pulse;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void beat() {
        long last = 0;
        while (!closed) {
            try {
                write();
                long now = System.nanoTime();
                if (last != 0) {
                    longestNanos = Math.max(longestNanos, now - last);
                }
                last = now;
            } catch (KeeperException e) {
                // No write was taken; the time goes on.
            } catch (InterruptedException e) {
                return;
            }
            LockSupport.parkNanos(BETWEEN_NANOS);
        }
    }

    private void write() throws KeeperException, InterruptedException {
        try {
            var unused = writer.setData(PATH, new byte[0], -1);
        } catch (KeeperException.NoNodeException e) {
            var unused = writer.create(PATH, new byte[0], ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
        }
    }

    /** The longest time between two writes that were taken. */
    Duration longestGap() {
        return Duration.ofNanos(longestNanos);
    }

    /** {@code 4 participant}, in the order of the ids. */
    List<String> members() {
        return text("/zookeeper/config")
                .lines()
                .filter(line -> line.startsWith("server."))
                .map(line -> line.replaceAll("server\\.([0-9]+)=.*:(participant|observer);.*", "$1 $2"))
                .sorted()
                .toList();
    }

    /** Every broker's registration by its id: another one after a session that expired. */
    SortedMap<String, Long> registrations() {
        SortedMap<String, Long> registrations = new TreeMap<>();
        for (String id : children("/brokers/ids")) {
            Stat stat = new Stat();
            var unused = text("/brokers/ids/" + id, stat);
            registrations.put(id, stat.getCzxid());
        }
        return registrations;
    }

    /** What the product wrote last to be seen at every server; empty before it has. */
    String mark() {
        return text("/kash-mark");
    }

    /** All the product keeps in the ensemble. */
    String kept() {
        StringBuilder all = new StringBuilder();
        gather("/kash", all);
        return all.toString();
    }

    private void gather(String path, StringBuilder all) {
        all.append(text(path)).append('\n');
        children(path).forEach(child -> gather(path + "/" + child, all));
    }

    private String text(String path) {
        return text(path, new Stat());
    }

    private String text(String path, Stat stat) {
        return again(() -> {
            try {
                byte[] data = reader.getData(path, false, stat);
                return data == null ? "" : new String(data, StandardCharsets.UTF_8);
            } catch (KeeperException.NoNodeException e) {
                return "";
            }
        });
    }

    private List<String> children(String path) {
        return again(() -> {
            try {
                return reader.getChildren(path, false);
            } catch (KeeperException.NoNodeException e) {
                return List.<String>of();
            }
        });
    }

    private interface Question<T> {
        T ask() throws KeeperException, InterruptedException;
    }

    /** While servers come and go a question may have to be asked twice. */
    private static <T> T again(Question<T> question) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (true) {
            try {
                return question.ask();
            } catch (KeeperException e) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("the ensemble does not answer", e);
                }
                LockSupport.parkNanos(BETWEEN_NANOS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        for (ZooKeeper client : List.of(writer, reader)) {
            try {
                client.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
