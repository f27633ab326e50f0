package io.kash.surgery.kafka;

import io.kash.surgery.plan.Look;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Asks every live broker for its {@link BrokerSettings}.
 *
 * @param others keys wanted beside those that are always asked for
 */
public record BrokerSettingsLook(SortedSet<String> others) implements Look {
    public BrokerSettingsLook {
        others = Collections.unmodifiableSortedSet(new TreeSet<>(others));
    }

    /** What is always asked for. */
    public BrokerSettingsLook() {
        this(new TreeSet<>());
    }

    @Override
    public Class<BrokerSettings> part() {
        return BrokerSettings.class;
    }

    @Override
    public Look and(Look other) {
        if (!(other instanceof BrokerSettingsLook look)) {
            throw new IllegalArgumentException("not a look at settings of brokers: " + other);
        }
        SortedSet<String> both = new TreeSet<>(others);
        both.addAll(look.others);
        return new BrokerSettingsLook(both);
    }
}
