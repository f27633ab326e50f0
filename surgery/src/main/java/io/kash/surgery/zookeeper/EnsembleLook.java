package io.kash.surgery.zookeeper;

import io.kash.surgery.plan.Look;

/** Asks every server of the ensemble itself; a server that does not answer is in the answer, with the reason. */
public record EnsembleLook() implements Look {
    @Override
    public Class<Ensemble> part() {
        return Ensemble.class;
    }

    @Override
    public Look and(Look other) {
        if (other instanceof EnsembleLook) {
            return this;
        }
        throw new IllegalArgumentException("not a look at the ensemble: " + other);
    }
}
