package io.kash.commands.broker;

import io.kash.surgery.environment.Environment;
import io.kash.surgery.kafka.BrokerId;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which fleet each broker is declared to be in. Fleets of ZooKeeper servers, named so, are left out. */
public final class BrokerFleets {
    private static final String SERVERS = "zookeeper";

    private final SortedMap<BrokerId, String> byBroker = new TreeMap<>();

    public BrokerFleets(Environment environment) {
        environment.fleets().forEach((name, fleet) -> {
            if (!name.startsWith(SERVERS)) {
                fleet.ids().forEach(id -> byBroker.put(new BrokerId(id), name));
            }
        });
    }

    public Optional<String> of(BrokerId broker) {
        return Optional.ofNullable(byBroker.get(broker));
    }

    public SortedSet<BrokerId> declared() {
        return new TreeSet<>(byBroker.keySet());
    }
}
