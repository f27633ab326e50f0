package io.kash.surgery.fake;

import io.kash.surgery.coordination.Store;
import io.kash.surgery.coordination.StoreUnavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A store in memory. A test ends its sessions as a crash or a lost network would, and takes it away for a while as a
 * network does that comes back. Watches are called by whoever makes the change.
 */
public final class FakeStore implements Store {
    private final TreeMap<String, Entry> entries = new TreeMap<>();
    private final Set<FakeSession> sessions = new HashSet<>();
    private final Map<Watch, Subscription> watches = new ConcurrentHashMap<>();
    private long version;
    private boolean away;
    private Duration lapse = Duration.ZERO;

    private record Subscription(String key, Runnable changed) {}

    @Override
    public synchronized Optional<Entry> get(String key) {
        reach();
        return Optional.ofNullable(entries.get(key));
    }

    @Override
    public Optional<Long> putIf(String key, String value, long expected) {
        Optional<Long> written = put(key, value, expected);
        written.ifPresent(any -> tell(key));
        return written;
    }

    private synchronized Optional<Long> put(String key, String value, long expected) {
        reach();
        if (value.getBytes(StandardCharsets.UTF_8).length > maxValueBytes()) {
            throw new IllegalArgumentException("a value has at most " + maxValueBytes() + " bytes: " + key);
        }
        Entry old = entries.get(key);
        if ((old == null ? ABSENT : old.version()) != expected) {
            return Optional.empty();
        }
        entries.put(key, new Entry(value, ++version));
        return Optional.of(version);
    }

    @Override
    public synchronized List<String> list(String key) {
        reach();
        String prefix = key.isEmpty() || key.endsWith("/") ? key : key + "/";
        return entries.keySet().stream()
                .filter(other -> other.startsWith(prefix))
                .map(other -> other.substring(prefix.length()))
                .map(below -> below.contains("/") ? below.substring(0, below.indexOf('/')) : below)
                .distinct()
                .toList();
    }

    @Override
    public int maxValueBytes() {
        return 1 << 20;
    }

    @Override
    public synchronized Session session() {
        reach();
        FakeSession session = new FakeSession();
        sessions.add(session);
        return session;
    }

    @Override
    public Duration lapse() {
        return lapse;
    }

    /** As if what its sessions put outlived them; only said, it goes with them all the same. */
    public FakeStore withLapse(Duration said) {
        lapse = said;
        return this;
    }

    @Override
    public Watch watch(String key, Runnable changed) {
        Watch watch = new Watch() {
            @Override
            public void close() {
                watches.remove(this);
            }
        };
        watches.put(watch, new Subscription(key, changed));
        return watch;
    }

    @Override
    public boolean shared() {
        return false;
    }

    @Override
    public String place() {
        return "this machine";
    }

    @Override
    public void close() {
        watches.clear();
    }

    /** Every session there is ends, as when their holders die. */
    public void expireSessions() {
        List<FakeSession> all;
        synchronized (this) {
            all = List.copyOf(sessions);
        }
        all.forEach(FakeSession::close);
    }

    /** From now on every operation fails, as when the network is lost. Sessions do not expire by that. */
    public synchronized void goAway() {
        away = true;
    }

    /** It can be reached again. */
    public synchronized void comeBack() {
        away = false;
    }

    private void reach() {
        if (away) {
            throw StoreUnavailable.silent(
                    place(), "127.0.0.1:2181", "no server answered within 6 s", new IOException("away"));
        }
    }

    private void tell(String key) {
        List.copyOf(watches.values()).stream()
                .filter(watch -> key.equals(watch.key()) || key.startsWith(watch.key() + "/"))
                .forEach(watch -> watch.changed().run());
    }

    private final class FakeSession implements Session {
        private final Set<String> claimed = new HashSet<>();

        @Override
        public Optional<Long> claim(String key, String value) {
            Optional<Long> version = claimed(key, value);
            version.ifPresent(any -> tell(key));
            return version;
        }

        private Optional<Long> claimed(String key, String value) {
            synchronized (FakeStore.this) {
                Optional<Long> version = alive() ? put(key, value, ABSENT) : Optional.empty();
                version.ifPresent(any -> claimed.add(key));
                return version;
            }
        }

        @Override
        public boolean alive() {
            synchronized (FakeStore.this) {
                reach();
                return sessions.contains(this);
            }
        }

        @Override
        public void close() {
            List<String> gone = new ArrayList<>();
            synchronized (FakeStore.this) {
                sessions.remove(this);
                gone.addAll(claimed);
                claimed.forEach(entries::remove);
                claimed.clear();
            }
            gone.forEach(FakeStore.this::tell);
        }
    }
}
