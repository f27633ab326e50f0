package io.kash.surgery.kafka;

import io.kash.surgery.plan.Look;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Asks which process some brokers are.
 *
 * @param hosts where clients reach each of them, without the port
 */
public record BrokerProcessesLook(SortedMap<BrokerId, String> hosts) implements Look {
    public BrokerProcessesLook {
        hosts = Collections.unmodifiableSortedMap(new TreeMap<>(hosts));
    }

    @Override
    public Class<BrokerProcesses> part() {
        return BrokerProcesses.class;
    }

    @Override
    public Look and(Look other) {
        if (!(other instanceof BrokerProcessesLook look)) {
            throw new IllegalArgumentException("not a look at processes of brokers: " + other);
        }
        SortedMap<BrokerId, String> both = new TreeMap<>(hosts);
        both.putAll(look.hosts);
        return new BrokerProcessesLook(both);
    }
}
