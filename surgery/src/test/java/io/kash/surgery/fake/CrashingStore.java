package io.kash.surgery.fake;

import io.kash.surgery.coordination.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A store whose shell dies at the n-th point: before or after a write, or wherever a test says there is one. */
public final class CrashingStore implements Store {
    private final Store store;
    private final int fatal;
    private final List<Session> sessions = new ArrayList<>();
    private int points;

    public CrashingStore(Store store, int fatal) {
        this.store = store;
        this.fatal = fatal;
    }

    /** One more point at which a process may die. */
    public void point() {
        points++;
        if (points == fatal) {
            // The sessions of a process end with it.
            sessions.forEach(Session::close);
            throw new SimulatedCrash(points);
        }
    }

    @Override
    public Optional<Entry> get(String key) {
        return store.get(key);
    }

    @Override
    public Optional<Long> putIf(String key, String value, long version) {
        point();
        Optional<Long> written = store.putIf(key, value, version);
        point();
        return written;
    }

    @Override
    public List<String> list(String key) {
        return store.list(key);
    }

    @Override
    public int maxValueBytes() {
        return store.maxValueBytes();
    }

    @Override
    public Session session() {
        Session session = store.session();
        sessions.add(session);
        return session;
    }

    @Override
    public boolean shared() {
        return store.shared();
    }

    @Override
    public Duration lapse() {
        return store.lapse();
    }

    @Override
    public Watch watch(String key, Runnable changed) {
        return store.watch(key, changed);
    }

    @Override
    public String place() {
        return store.place();
    }

    @Override
    public void close() {
        store.close();
    }
}
