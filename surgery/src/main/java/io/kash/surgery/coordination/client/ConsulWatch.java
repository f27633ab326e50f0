package io.kash.surgery.coordination.client;

import io.kash.surgery.coordination.Store;
import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.kiwiproject.consul.ConsulException;
import org.kiwiproject.consul.KeyValueClient;
import org.kiwiproject.consul.model.ConsulResponse;
import org.kiwiproject.consul.model.kv.Value;
import org.kiwiproject.consul.option.QueryOptions;

/**
 * Watches all keys that begin with a text by Consul's blocking queries, which may come back without a change and whose
 * index may go back (Consul API, "Blocking Queries"): any other index than the last one counts as a change.
 */
final class ConsulWatch implements Store.Watch {
    /** Shorter than what the client waits for an answer. */
    private static final int BLOCKS_SECONDS = 3;

    private static final int TRY_AGAIN_MILLIS = 1_000;

    private final KeyValueClient values;
    private final String prefix;
    private final Runnable changed;
    private final ScheduledExecutorService executor = Daemons.one("kash-store-watch");
    private volatile boolean closed;
    private BigInteger seen = BigInteger.ZERO;

    ConsulWatch(KeyValueClient values, String prefix, Runnable changed) {
        this.values = values;
        this.prefix = prefix;
        this.changed = changed;
        try {
            seen = index(BigInteger.ZERO);
        } catch (ConsulException e) {
            // It will be told once it answers.
        }
        var unused = executor.scheduleWithFixedDelay(this::look, 0, TRY_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            while (!closed) {
                BigInteger now = index(seen);
                if (!now.equals(seen)) {
                    seen = now;
                    changed.run();
                }
            }
        } catch (ConsulException e) {
            // Not reached: looked for again in a moment, from the beginning.
            seen = BigInteger.ZERO;
        }
    }

    private BigInteger index(BigInteger after) {
        QueryOptions options = QueryOptions.blockSeconds(BLOCKS_SECONDS, after).build();
        ConsulResponse<List<Value>> answer = values.getConsulResponseWithValues(prefix, options);
        return answer.getIndex();
    }

    @Override
    public void close() {
        closed = true;
        executor.shutdownNow();
    }
}
