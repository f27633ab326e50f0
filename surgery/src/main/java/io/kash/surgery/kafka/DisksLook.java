package io.kash.surgery.kafka;

import io.kash.surgery.plan.Look;

/** Asks the selected brokers for their {@link Disks}. */
public record DisksLook(Selection<BrokerId> brokers) implements Look {
    @Override
    public Class<Disks> part() {
        return Disks.class;
    }

    @Override
    public Look and(Look other) {
        if (other instanceof DisksLook look) {
            return new DisksLook(brokers.and(look.brokers));
        }
        throw new IllegalArgumentException("not a look at disks: " + other);
    }
}
