package io.kash.surgery.coordination.client;

import io.kash.surgery.coordination.Store;
import io.kash.surgery.coordination.StoreUnavailable;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.WatchedEvent;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooKeeper;

/**
 * Watches a node and all below it by ZooKeeper's one-shot watches, which every server has since 3.4. A watch is set anew
 * before anybody is told, so a change that falls between is seen by whoever looks then. Watches end with the session they
 * were set in: then all are set anew, and somebody is told just in case.
 */
final class ZooKeeperWatch implements Store.Watch, Watcher {
    private static final int TRY_AGAIN_SECONDS = 1;

    private final String root;
    private final Runnable changed;
    private final Caller caller;
    private final ScheduledExecutorService executor = Daemons.one("kash-store-watch");
    private final Set<String> known = new HashSet<>();
    private volatile boolean closed;

    /** How calls are made to the ensemble. */
    interface Caller {
        <T> T make(ZooKeeperCalls.Attempt<T> attempt);
    }

    ZooKeeperWatch(String root, Runnable changed, Caller caller) {
        this.root = root;
        this.changed = changed;
        this.caller = caller;
        // Set before this returns, where the ensemble answers: what changes from then on is told.
        try {
            setAll();
        } catch (StoreUnavailable e) {
            soon(this::startAgain, TRY_AGAIN_SECONDS);
        }
    }

    @Override
    public void process(WatchedEvent event) {
        String path = event.getPath();
        if (path != null) {
            soon(() -> follow(path, event.getType()), 0);
        } else if (event.getState() == Event.KeeperState.Expired) {
            soon(this::startAgain, 0);
        }
    }

    private synchronized void follow(String path, Event.EventType type) {
        try {
            if (type == Event.EventType.NodeDeleted) {
                known.removeIf(other -> other.equals(path) || other.startsWith(path + "/"));
            }
            if (type != Event.EventType.NodeDeleted || path.equals(root)) {
                set(path);
            }
            changed.run();
        } catch (StoreUnavailable e) {
            soon(this::startAgain, TRY_AGAIN_SECONDS);
        }
    }

    private synchronized void startAgain() {
        try {
            known.clear();
            setAll();
            changed.run();
        } catch (StoreUnavailable e) {
            soon(this::startAgain, TRY_AGAIN_SECONDS);
        }
    }

    private synchronized void setAll() {
        set(root);
    }

    private void set(String path) {
        var unused = caller.make((zookeeper, again) -> {
            setOn(zookeeper, path);
            return known.size();
        });
    }

    private void setOn(ZooKeeper zookeeper, String path) throws KeeperException, InterruptedException {
        if (zookeeper.exists(path, this) == null) {
            known.remove(path);
            return;
        }
        known.add(path);
        try {
            for (String child : zookeeper.getChildren(path, this)) {
                if (!known.contains(path + "/" + child)) {
                    setOn(zookeeper, path + "/" + child);
                }
            }
        } catch (KeeperException.NoNodeException e) {
            known.remove(path); // Gone meanwhile; the first watch tells.
        }
    }

    private void soon(Runnable task, int seconds) {
        try {
            var unused = executor.schedule(
                    () -> {
                        if (!closed) {
                            task.run();
                        }
                    },
                    seconds,
                    TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            // Closed meanwhile: nobody wants to know.
        }
    }

    @Override
    public void close() {
        closed = true;
        executor.shutdownNow();
    }
}
