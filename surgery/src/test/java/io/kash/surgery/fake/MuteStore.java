package io.kash.surgery.fake;

import io.kash.surgery.coordination.Store;
import io.kash.surgery.coordination.StoreUnavailable;
import java.util.Optional;

/** A store that takes the first write, or does not, and in neither case says so. From then on it is as the one behind it. */
public final class MuteStore extends StoreInFront {
    private final boolean takes;
    private boolean silent = true;

    public MuteStore(Store store, boolean takes) {
        super(store);
        this.takes = takes;
    }

    @Override
    public Optional<Long> putIf(String key, String value, long version) {
        if (!silent) {
            return super.putIf(key, value, version);
        }
        silent = false;
        if (takes) {
            var unused = super.putIf(key, value, version);
        }
        throw StoreUnavailable.silent("the store", "a test", "no answer", new IllegalStateException());
    }
}
