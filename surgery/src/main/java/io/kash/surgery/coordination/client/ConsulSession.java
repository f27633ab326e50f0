package io.kash.surgery.coordination.client;

import io.kash.surgery.coordination.Store;
import io.kash.surgery.coordination.StoreUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.kiwiproject.consul.ConsulException;
import org.kiwiproject.consul.SessionClient;
import org.kiwiproject.consul.model.kv.ImmutableOperation;
import org.kiwiproject.consul.model.kv.Operation;
import org.kiwiproject.consul.model.kv.Verb;
import org.kiwiproject.consul.model.session.ImmutableSession;

/**
 * A lease as a Consul session: renewed every third of its time to live by a thread of its own, and bound to that alone,
 * not to health checks, which may fail falsely and let go of locks (Consul, "Sessions"). What it claimed is deleted with
 * it. A claim is one transaction: the key is absent, and is now locked by this session.
 *
 * <p>Consul takes the time to live for the shortest time it waits; it may wait twice as long, and begins anew when its
 * leader changes. After a session that ended without letting go, nobody can take its locks for the lock delay: a second,
 * since every effect is checked against the store and needs no time to wear off.
 */
final class ConsulSession implements Store.Session {
    private static final int TTL_SECONDS = 30;
    private static final int LOCK_DELAY_SECONDS = 1;
    private static final int NOT_FOUND = 404;
    private static final int RENEW_SECONDS = TTL_SECONDS / 3;

    /** The longest that claims outlive a holder that died, unless the leader changes. */
    static final Duration LAPSE = Duration.ofSeconds(2 * TTL_SECONDS + LOCK_DELAY_SECONDS + 1);

    private final ConsulStore store;
    private final SessionClient sessions;
    private final ConsulCalls calls;
    private final String id;
    private final Set<String> claimed = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService renewer = Daemons.one("kash-consul-session");
    private volatile boolean dead;

    private ConsulSession(ConsulStore store, SessionClient sessions, ConsulCalls calls, String id) {
        this.store = store;
        this.sessions = sessions;
        this.calls = calls;
        this.id = id;
        var unused = renewer.scheduleWithFixedDelay(this::renew, RENEW_SECONDS, RENEW_SECONDS, TimeUnit.SECONDS);
    }

    static ConsulSession begin(ConsulStore store, ConsulCalls calls) {
        SessionClient sessions = store.client().sessionClient();
        ImmutableSession wanted = ImmutableSession.builder()
                .name("kash")
                .ttl(TTL_SECONDS + "s")
                .behavior("delete")
                .lockDelay(LOCK_DELAY_SECONDS + "s")
                .checks(List.of())
                .build();
        // One that was made without a reply has nobody to renew it, holds nothing, and ends by itself.
        String id = calls.ask(() -> sessions.createSession(wanted)).getId();
        return new ConsulSession(store, sessions, calls, id);
    }

    /** Failing is no harm as long as a later one gets through in time; whether it did is asked by {@link #alive}. */
    private void renew() {
        try {
            var unused = calls.ask(() -> sessions.renewSession(id));
        } catch (StoreUnavailable | IllegalStateException e) {
            // Away, or expired.
        }
    }

    @Override
    public Optional<Long> claim(String key, String value) {
        if (dead) {
            return Optional.empty();
        }
        String path = store.path(key);
        Operation absent =
                ImmutableOperation.builder().verb("check-not-exists").key(path).build();
        Optional<Long> version = store.write(
                path,
                value,
                ImmutableOperation.builder().verb(Verb.LOCK.toValue()).session(id),
                absent);
        version.ifPresent(any -> claimed.add(path));
        return version;
    }

    /** By what it holds; a session that holds nothing is asked for itself, by renewing it. */
    @Override
    public boolean alive() {
        if (dead) {
            return false;
        }
        boolean held = claimed.isEmpty() ? renewed() : claimed.stream().allMatch(this::holds);
        dead = !held;
        return held;
    }

    private boolean holds(String path) {
        return store.read(path)
                .filter(found -> found.getSession().equals(Optional.of(id)))
                .isPresent();
    }

    private boolean renewed() {
        return calls.ask(() -> {
            try {
                return sessions.renewSession(id).isPresent();
            } catch (ConsulException e) {
                if (ConsulCalls.answers(e, NOT_FOUND)) {
                    return false;
                }
                throw e;
            }
        });
    }

    /** Deletes what it holds before it ends, or the lock delay would keep others out. */
    @Override
    public void close() {
        dead = true;
        renewer.shutdownNow();
        try {
            for (String path : claimed) {
                release(path);
            }
            sessions.destroySession(id);
        } catch (ConsulException | StoreUnavailable | IllegalStateException e) {
            // Not reached, or not there any more: it ends by itself.
        }
    }

    private void release(String path) {
        Operation ours = ImmutableOperation.builder()
                .verb(Verb.CHECK_SESSION.toValue())
                .key(path)
                .session(id)
                .build();
        Operation delete = ImmutableOperation.builder()
                .verb(Verb.DELETE.toValue())
                .key(path)
                .build();
        try {
            var unused = calls.persist(() -> store.client().keyValueClient().performTransaction(ours, delete));
        } catch (ConsulCalls.ConflictException e) {
            // Not ours any more.
        }
    }
}
