package io.kash.surgery.simulation;

import io.kash.surgery.coordination.Store;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The store as one shell sees it. A write may have happened though it could not be told so. */
final class ShellStore implements Store {
    private final Shell shell;
    private final SimStore servers;

    ShellStore(Shell shell, SimStore servers) {
        this.shell = shell;
        this.servers = servers;
    }

    @Override
    public Optional<Entry> get(String key) {
        read("get " + key);
        return servers.get(key);
    }

    private void read(String what) {
        shell.call(what, 3);
        shell.reach(what);
    }

    @Override
    public Optional<Long> putIf(String key, String value, long version) {
        shell.call("write " + key, 8);
        shell.reach("write " + key);
        Optional<Long> written = servers.putIf(key, value, version);
        shell.point("after write " + key);
        if (shell.simulation.chance(shell.simulation.faults().cutOff())) {
            shell.cutOff("the reply to write " + key);
            throw Shell.away();
        }
        return written;
    }

    @Override
    public List<String> list(String key) {
        read("list " + key);
        return servers.list(key);
    }

    @Override
    public int maxValueBytes() {
        return 1 << 16;
    }

    @Override
    public Session session() {
        SimStore.Lease lease = servers.begin(shell, shell.simulation.now());
        return new Session() {
            @Override
            public Optional<Long> claim(String key, String value) {
                shell.call("claim " + key, 8);
                shell.reach("claim " + key);
                Optional<Long> claimed = servers.claim(lease, key, value);
                shell.point("after claim " + key);
                return claimed;
            }

            @Override
            public boolean alive() {
                read("session");
                return lease.alive();
            }

            @Override
            public void close() {
                // A process that died says no word, and one that is cut off is not heard.
                if (shell.heard()) {
                    servers.end(lease);
                }
            }
        };
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
