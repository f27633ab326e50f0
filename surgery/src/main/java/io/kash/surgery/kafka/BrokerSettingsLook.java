package io.kash.surgery.kafka;

import io.kash.surgery.plan.Look;

/** Asks every live broker for its {@link BrokerSettings}. */
public record BrokerSettingsLook() implements Look {
    @Override
    public Class<BrokerSettings> part() {
        return BrokerSettings.class;
    }

    @Override
    public Look and(Look other) {
        if (other instanceof BrokerSettingsLook) {
            return this;
        }
        throw new IllegalArgumentException("not a look at settings of brokers: " + other);
    }
}
