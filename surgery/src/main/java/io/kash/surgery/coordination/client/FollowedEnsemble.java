package io.kash.surgery.coordination.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.curator.ensemble.fixed.FixedEnsembleProvider;
import org.apache.zookeeper.ZooKeeper;

/**
 * The servers to connect to: those the environments file names, and those the ensemble says it has. Curator's
 * EnsembleTracker reports the latter whenever a reconfiguration changes them (ZooKeeper Dynamic Reconfiguration guide), so
 * that a shell outlives the servers it was started with.
 *
 * <p>The tracker alone would put what servers advertise in the place of what the file says. Behind a tunnel, or with
 * addresses translated, advertised addresses lead nowhere and the way back would be lost: so the ones given always stay.
 * What remains behind tunnels: a connection that breaks may be tried at a few dead addresses first, and once no server
 * given is left, the file must name the new ones.
 */
final class FollowedEnsemble extends FixedEnsembleProvider {
    private final String hosts;
    private final String chroot;
    private final Set<ZooKeeper> followers = ConcurrentHashMap.newKeySet();

    /** @param connect {@code host:port,host:port/chroot} */
    FollowedEnsemble(String connect) {
        super(connect, true);
        int slash = connect.indexOf('/');
        this.hosts = slash < 0 ? connect : connect.substring(0, slash);
        this.chroot = slash < 0 ? "" : connect.substring(slash);
    }

    /** @param advertised all servers of the ensemble, with the chroot at the end */
    @Override
    public void setConnectionString(String advertised) {
        int slash = advertised.indexOf('/');
        Set<String> all = new LinkedHashSet<>(Arrays.asList(hosts.split(",", -1)));
        all.addAll(Arrays.asList((slash < 0 ? advertised : advertised.substring(0, slash)).split(",", -1)));
        String connect = String.join(",", all) + chroot;
        // Telling a handle what it knows could make it leave its server, to even out the load.
        if (!connect.equals(getConnectionString())) {
            super.setConnectionString(connect);
            followers.forEach(follower -> update(follower, connect));
        }
    }

    /**
     * A handle that is not Curator's is told of changes as well, until it is {@link #forget forgotten}.
     *
     * @param known what it was opened with
     */
    void tell(ZooKeeper follower, String known) {
        followers.add(follower);
        String now = getConnectionString();
        if (!now.equals(known)) {
            update(follower, now);
        }
    }

    void forget(ZooKeeper follower) {
        followers.remove(follower);
    }

    private static void update(ZooKeeper follower, String connect) {
        try {
            follower.updateServerList(connect);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
