package io.kash.surgery.fake;

import io.kash.surgery.coordination.Store;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A store in memory. A test ends its sessions as a crash or a lost network would. */
public final class FakeStore implements Store {
    private final TreeMap<String, Entry> entries = new TreeMap<>();
    private final Set<FakeSession> sessions = new HashSet<>();
    private long version;

    @Override
    public synchronized Optional<Entry> get(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    @Override
    public synchronized Optional<Long> putIf(String key, String value, long expected) {
        Entry old = entries.get(key);
        if ((old == null ? ABSENT : old.version()) != expected) {
            return Optional.empty();
        }
        entries.put(key, new Entry(value, ++version));
        return Optional.of(version);
    }

    @Override
    public synchronized List<String> list(String key) {
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
        FakeSession session = new FakeSession();
        sessions.add(session);
        return session;
    }

    @Override
    public boolean shared() {
        return false;
    }

    /** Every session there is ends, as when their holders die. */
    public synchronized void expireSessions() {
        Set.copyOf(sessions).forEach(FakeSession::close);
    }

    private final class FakeSession implements Session {
        private final Set<String> claimed = new HashSet<>();

        @Override
        public Optional<Long> claim(String key, String value) {
            synchronized (FakeStore.this) {
                Optional<Long> version = alive() ? putIf(key, value, ABSENT) : Optional.empty();
                version.ifPresent(any -> claimed.add(key));
                return version;
            }
        }

        @Override
        public boolean alive() {
            synchronized (FakeStore.this) {
                return sessions.contains(this);
            }
        }

        @Override
        public void close() {
            synchronized (FakeStore.this) {
                sessions.remove(this);
                claimed.forEach(entries::remove);
                claimed.clear();
            }
        }
    }
}
