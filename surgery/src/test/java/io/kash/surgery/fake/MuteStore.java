package io.kash.surgery.fake;

import io.kash.surgery.coordination.Store;
import io.kash.surgery.coordination.StoreUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A store that takes the first write, or does not, and in neither case says so. From then on it is as the one behind it. */
public final class MuteStore implements Store {
    private final Store store;
    private final boolean takes;
    private boolean silent = true;

    public MuteStore(Store store, boolean takes) {
        this.store = store;
        this.takes = takes;
    }

    @Override
    public Optional<Long> putIf(String key, String value, long version) {
        if (!silent) {
            return store.putIf(key, value, version);
        }
        silent = false;
        if (takes) {
            var unused = store.putIf(key, value, version);
        }
        throw StoreUnavailable.silent("the store", "a test", "no answer", new IllegalStateException());
    }

    @Override
    public Optional<Entry> get(String key) {
        return store.get(key);
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
