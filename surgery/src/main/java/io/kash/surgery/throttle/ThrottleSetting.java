package io.kash.surgery.throttle;

import io.kash.surgery.kafka.AlterConfigs;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Throttles;
import java.util.Optional;

/** One dynamic setting a replication throttle consists of. */
sealed interface ThrottleSetting permits ThrottleRate, ThrottledReplicas {
    /** Its name in the ledger. */
    String ledgerKey();

    /** Its value now, where it has one. */
    Optional<String> now(Throttles throttles);

    /** Whether what we want of it is so. */
    boolean stands(Throttles throttles);

    /** Whether what is there now was set by us, under these limits or earlier ones. */
    boolean ours(Throttles throttles);

    /** Whether its value can be told now; of a topic that is gone it can: there is none. */
    boolean known(Cluster cluster, Throttles throttles);

    /** Whether it can be changed: its broker is there and answers, or its topic is there. */
    boolean reachable(Cluster cluster, Throttles throttles);

    /** Whether it is neither ours nor as found: somebody else has set it. */
    boolean foreign(Optional<String> found, Throttles throttles);

    /** The change that makes it so; empty when it is. */
    Optional<AlterConfigs.Change> acquire(Throttles throttles);

    /** The change that makes it as found; empty when it is, or when it is somebody else's by now. */
    Optional<AlterConfigs.Change> restore(Optional<String> found, Throttles throttles);
}
