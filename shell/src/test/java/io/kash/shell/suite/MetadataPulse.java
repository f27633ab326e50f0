package io.kash.shell.suite;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.QuorumInfo;
import org.apache.kafka.common.config.ConfigResource;

/**
 * A client that changes a topic's settings all the time, each change a record of the metadata log that a majority of the
 * controllers has to take, and remembers the longest time none was taken.
 */
final class MetadataPulse implements AutoCloseable {
    private static final long BETWEEN_NANOS = Duration.ofMillis(20).toNanos();
    private static final int SECONDS = 30;

    private final Admin admin;
    private final String topic;
    private final Thread thread;
    private volatile boolean closed;
    private volatile long longestNanos;
    private final AtomicLong written = new AtomicLong();

    private MetadataPulse(String bootstrap, String topic) {
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                1_000,
                AdminClientConfig.RETRY_BACKOFF_MAX_MS_CONFIG,
                100));
        this.topic = topic;
        this.thread = new Thread(this::beat, "metadata-pulse");
        thread.setDaemon(true);
    }

    static MetadataPulse start(String bootstrap, String topic) {
        MetadataPulse pulse = new MetadataPulse(bootstrap, topic);
        pulse.thread.start();
        return pulse;
    }

    private void beat() {
        long last = 0;
        while (!closed) {
            try {
                admin.incrementalAlterConfigs(change()).all().get(SECONDS, TimeUnit.SECONDS);
                long now = System.nanoTime();
                if (last != 0) {
                    longestNanos = Math.max(longestNanos, now - last);
                }
                last = now;
                var unused = written.incrementAndGet();
            } catch (ExecutionException | TimeoutException e) {
                // No change was taken; the time goes on.
            } catch (InterruptedException e) {
                return;
            }
            LockSupport.parkNanos(BETWEEN_NANOS);
        }
    }

    private Map<ConfigResource, Collection<AlterConfigOp>> change() {
        return Map.of(
                new ConfigResource(ConfigResource.Type.TOPIC, topic),
                List.of(new AlterConfigOp(
                        // Beyond what any test lasts: nothing is deleted for it.
                        new ConfigEntry("retention.ms", String.valueOf(600_000_000 + written.get() % 1_000)),
                        AlterConfigOp.OpType.SET)));
    }

    /** The longest time between two changes that were taken. */
    Duration longestGap() {
        return Duration.ofNanos(longestNanos);
    }

    /** Changes taken so far. */
    long written() {
        return written.get();
    }

    /** Who votes, by id. */
    List<Integer> voters() {
        return quorum().voters().stream()
                .map(QuorumInfo.ReplicaState::replicaId)
                .sorted()
                .toList();
    }

    int leader() {
        return quorum().leaderId();
    }

    private QuorumInfo quorum() {
        try {
            return admin.describeMetadataQuorum().quorumInfo().get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("the quorum does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        admin.close(Duration.ofSeconds(5));
    }
}
