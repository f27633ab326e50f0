package io.kash.surgery.zookeeper;

import io.kash.surgery.plan.Look;

/** Asks every server of the ensemble who is connected to it. */
public record SessionsLook() implements Look {
    @Override
    public Class<Sessions> part() {
        return Sessions.class;
    }

    @Override
    public Look and(Look other) {
        if (other instanceof SessionsLook) {
            return this;
        }
        throw new IllegalArgumentException("not a look at sessions: " + other);
    }
}
