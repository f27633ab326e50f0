package io.kash.surgery.connection;

import io.kash.surgery.coordination.Fence;
import io.kash.surgery.coordination.FencedException;

/** A fence somebody else has taken. */
final class BrokenFence implements Fence {
    @Override
    public long number() {
        return 1;
    }

    @Override
    public void check() {
        throw new FencedException("another shell holds the operation");
    }
}
