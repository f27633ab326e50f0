package io.kash.surgery.fake;

import io.kash.surgery.coordination.Store;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Stands before a store and does nothing of its own. */
public class StoreInFront implements Store {
    private final Store store;

    protected StoreInFront(Store store) {
        this.store = store;
    }

    @Override
    public Optional<Entry> get(String key) {
        return store.get(key);
    }

    @Override
    public Optional<Long> putIf(String key, String value, long version) {
        return store.putIf(key, value, version);
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
        return store.session();
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
    public boolean shared() {
        return store.shared();
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
