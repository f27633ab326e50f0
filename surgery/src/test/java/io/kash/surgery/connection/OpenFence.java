package io.kash.surgery.connection;

import io.kash.surgery.coordination.Fence;

/** A fence nobody else takes. */
final class OpenFence implements Fence {
    @Override
    public long number() {
        return 1;
    }

    @Override
    public void check() {}
}
