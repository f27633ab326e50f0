package io.kash.surgery.zookeeper.client;

import io.kash.surgery.quorum.ConnectString;
import java.util.function.Supplier;

/**
 * Finds out whom to ask: the servers of the connect string, and those the ensemble's own configuration names.
 *
 * @param connect what the environment says
 */
record Roll(Supplier<ConnectString> connect, Discovery discovery) {
    /** Asks the ensemble anew. */
    Visits call() {
        return Visits.to(connect.get().servers(), discovery.members(hosts()));
    }

    /** The servers of the connect string, without its chroot. */
    String hosts() {
        return connect.get().hosts();
    }
}
