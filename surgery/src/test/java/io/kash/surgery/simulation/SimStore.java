package io.kash.surgery.simulation;

import io.kash.surgery.coordination.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The servers of a coordination store: values with versions, and sessions that expire when nothing is heard of them. */
final class SimStore {
    private final TreeMap<String, Store.Entry> entries = new TreeMap<>();
    private final List<Lease> leases = new ArrayList<>();
    private final long lapseMillis;
    private Told journals = (key, before, after) -> {};
    private long version;

    /** Is told what stood there, and what stands there now. */
    interface Told {
        void grew(String key, String before, String after);
    }

    /** One session as the servers know it. */
    static final class Lease {
        private final Shell shell;
        private final TreeSet<String> claimed = new TreeSet<>();
        private long heardAtMillis;
        private boolean alive = true;

        Lease(Shell shell, long nowMillis) {
            this.shell = shell;
            this.heardAtMillis = nowMillis;
        }

        boolean alive() {
            return alive;
        }
    }

    SimStore(long lapseMillis) {
        this.lapseMillis = lapseMillis;
    }

    long lapseMillis() {
        return lapseMillis;
    }

    /** Is told of every change of a journal. */
    void onJournal(Told told) {
        journals = told;
    }

    Optional<Store.Entry> get(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    Optional<Long> putIf(String key, String value, long expected) {
        Store.Entry old = entries.get(key);
        if ((old == null ? Store.ABSENT : old.version()) != expected) {
            return Optional.empty();
        }
        entries.put(key, new Store.Entry(value, ++version));
        if (key.contains("/journal/")) {
            journals.grew(key, old == null ? "" : old.value(), value);
        }
        return Optional.of(version);
    }

    List<String> list(String key) {
        String prefix = key + "/";
        return entries.tailMap(prefix).keySet().stream()
                .takeWhile(other -> other.startsWith(prefix))
                .map(other -> other.substring(prefix.length()).split("/", 2)[0])
                .distinct()
                .toList();
    }

    Lease begin(Shell shell, long nowMillis) {
        Lease lease = new Lease(shell, nowMillis);
        leases.add(lease);
        return lease;
    }

    Optional<Long> claim(Lease lease, String key, String value) {
        Optional<Long> claimed = lease.alive ? putIf(key, value, Store.ABSENT) : Optional.empty();
        claimed.ifPresent(any -> lease.claimed.add(key));
        return claimed;
    }

    void end(Lease lease) {
        lease.alive = false;
        lease.claimed.forEach(entries::remove);
        lease.claimed.clear();
        leases.remove(lease);
    }

    /** The shells that hold the operation lock as the store sees it. */
    List<Shell> holders() {
        return leases.stream()
                .filter(lease -> lease.claimed.contains("lock"))
                .map(lease -> lease.shell)
                .toList();
    }

    /** The number in force; 0 before the first. */
    long fence() {
        return get("fence")
                .map(entry -> Long.parseLong(entry.value().split(" ", 2)[0]))
                .orElse(0L);
    }

    /** What ends by itself: sessions of shells that died, that were stopped, or whose network is gone. */
    void tick(long nowMillis) {
        for (Lease lease : List.copyOf(leases)) {
            if (lease.shell.heard()) {
                lease.heardAtMillis = nowMillis;
            } else if (nowMillis - lease.heardAtMillis >= lapseMillis && (lapseMillis > 0 || lease.shell.dead())) {
                // Files of this machine stay locked while their process is stopped, and no longer than it lives.
                end(lease);
            }
        }
    }
}
