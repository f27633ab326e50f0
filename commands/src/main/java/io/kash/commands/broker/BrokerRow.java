package io.kash.commands.broker;

import io.kash.surgery.check.DiskUse;
import io.kash.surgery.kafka.Broker;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Disks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One broker: registered, listed by a partition, or declared in a fleet.
 *
 * @param registration empty when it is not registered
 * @param bytes what its log directories hold; empty when it did not say
 * @param diskPercent how full its fullest volume is; empty when it did not say
 */
public record BrokerRow(
        BrokerId id,
        Optional<Broker> registration,
        Optional<String> fleet,
        BrokerState state,
        boolean controller,
        int replicas,
        int leaders,
        int behind,
        OptionalLong bytes,
        OptionalInt diskPercent) {

    /** Every broker, in order of ids. */
    public static List<BrokerRow> of(Cluster cluster, Disks disks, BrokerFleets fleets) {
        SortedMap<BrokerId, BrokerLoad> loads = BrokerLoad.of(cluster);
        SortedSet<BrokerId> ids = new TreeSet<>(cluster.brokers().keySet());
        ids.addAll(loads.keySet());
        ids.addAll(fleets.declared());
        Map<BrokerId, Long> bytes = BrokerBytes.of(disks);
        return ids.stream()
                .map(id -> row(cluster, fleets, id, loads.getOrDefault(id, BrokerLoad.NONE), disks, bytes))
                .toList();
    }

    private static BrokerRow row(
            Cluster cluster,
            BrokerFleets fleets,
            BrokerId id,
            BrokerLoad load,
            Disks disks,
            Map<BrokerId, Long> bytes) {
        boolean answered = disks.dirs().containsKey(id);
        return new BrokerRow(
                id,
                cluster.broker(id),
                fleets.of(id),
                BrokerState.of(cluster, id, load.replicas()),
                cluster.controller().filter(id::equals).isPresent(),
                load.replicas(),
                load.leaders(),
                load.behind(),
                answered ? OptionalLong.of(bytes.getOrDefault(id, 0L)) : OptionalLong.empty(),
                fullest(disks, id));
    }

    private static OptionalInt fullest(Disks disks, BrokerId id) {
        return disks.dirs().getOrDefault(id, List.of()).stream()
                .map(dir -> new DiskUse(id, dir).percent())
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .max();
    }

    public Optional<String> rack() {
        return registration.flatMap(Broker::rack);
    }

    public Optional<String> host() {
        return registration.map(Broker::host);
    }

    public OptionalInt port() {
        return registration.map(broker -> OptionalInt.of(broker.port())).orElse(OptionalInt.empty());
    }

    /** {@code 10.0.1.11:9092}. */
    public Optional<String> address() {
        return registration.map(broker -> broker.host() + ":" + broker.port());
    }
}
