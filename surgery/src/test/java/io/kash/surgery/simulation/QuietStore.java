package io.kash.surgery.simulation;

import io.kash.surgery.coordination.Store;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The store as the director sees it: at once, and without anything going wrong. */
record QuietStore(SimStore servers) implements Store {
    @Override
    public Optional<Entry> get(String key) {
        return servers.get(key);
    }

    @Override
    public Optional<Long> putIf(String key, String value, long version) {
        return servers.putIf(key, value, version);
    }

    @Override
    public List<String> list(String key) {
        return servers.list(key);
    }

    @Override
    public int maxValueBytes() {
        return 1 << 16;
    }

    @Override
    public Session session() {
        throw new IllegalStateException("the director holds nothing");
    }

    @Override
    public Duration lapse() {
        return Duration.ofMillis(servers.lapseMillis());
    }

    @Override
    public Watch watch(String key, Runnable changed) {
        return () -> {};
    }

    @Override
    public boolean shared() {
        return true;
    }

    @Override
    public String place() {
        return "ZooKeeper";
    }

    @Override
    public void close() {}
}
