package io.kash.surgery.fake;

import io.kash.surgery.coordination.Fence;

/** A fence that always holds. */
public final class OpenFence implements Fence {
    @Override
    public long number() {
        return 1;
    }

    @Override
    public void check() {}
}
