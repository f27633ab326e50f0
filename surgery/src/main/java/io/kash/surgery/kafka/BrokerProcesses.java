package io.kash.surgery.kafka;

import io.kash.surgery.plan.Part;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What tells each broker's process from the one before it: a word that another process of the same broker never has, and
 * that means nothing else. Kafka's clients are not told it; in ZooKeeper mode the ensemble knows it by the transaction that
 * made the broker's registration, and anywhere a program of the operator's may.
 *
 * @param byBroker brokers without one are not registered, or nobody could say
 */
public record BrokerProcesses(SortedMap<BrokerId, String> byBroker) implements Part {
    public BrokerProcesses {
        byBroker = Collections.unmodifiableSortedMap(new TreeMap<>(byBroker));
    }

    public Optional<String> of(BrokerId broker) {
        return Optional.ofNullable(byBroker.get(broker));
    }
}
