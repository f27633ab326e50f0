package io.kash.bench.mover;

import io.kash.surgery.coordination.Fence;

/** Nobody else is there. */
final class Unguarded implements Fence {
    @Override
    public long number() {
        return 1;
    }

    @Override
    public void check() {}
}
