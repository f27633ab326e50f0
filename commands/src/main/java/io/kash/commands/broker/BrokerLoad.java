package io.kash.commands.broker;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What partitions ask of one broker.
 *
 * @param replicas replicas assigned to it
 * @param leaders partitions it leads
 * @param behind replicas assigned to it that are not in sync
 */
record BrokerLoad(int replicas, int leaders, int behind) {
    static final BrokerLoad NONE = new BrokerLoad(0, 0, 0);

    static SortedMap<BrokerId, BrokerLoad> of(Cluster cluster) {
        SortedMap<BrokerId, BrokerLoad> loads = new TreeMap<>();
        cluster.partitions().forEach(partition -> {
            partition
                    .replicas()
                    .forEach(replica -> loads.merge(
                            replica, new BrokerLoad(1, 0, partition.inSync(replica) ? 0 : 1), BrokerLoad::and));
            partition.leader().ifPresent(leader -> loads.merge(leader, new BrokerLoad(0, 1, 0), BrokerLoad::and));
        });
        return loads;
    }

    private BrokerLoad and(BrokerLoad other) {
        return new BrokerLoad(replicas + other.replicas, leaders + other.leaders, behind + other.behind);
    }
}
