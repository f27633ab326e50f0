package io.kash.surgery.zookeeper;

import io.kash.surgery.plan.Look;

/** Asks every server of the ensemble all it may be asked; takes longer than an {@link EnsembleLook}. */
public record InspectionLook() implements Look {
    @Override
    public Class<Inspection> part() {
        return Inspection.class;
    }

    @Override
    public Look and(Look other) {
        if (other instanceof InspectionLook) {
            return this;
        }
        throw new IllegalArgumentException("not a look at servers in depth: " + other);
    }
}
