package io.kash.surgery.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kash.surgery.coordination.Store;
import io.kash.surgery.coordination.StoreContract;
import io.kash.surgery.coordination.StoreUnavailable;
import org.junit.jupiter.api.Test;

/** The store of unit tests keeps what real ones promise. */
class FakeStoreTest extends StoreContract {
    private final FakeStore store = new FakeStore();

    @Override
    protected Store open() {
        return store;
    }

    @Test
    void whileItIsAwayThereIsNoTellingAndSessionsOutliveIt() {
        try (Store.Session session = store.session()) {
            assertThat(session.claim(key("lock"), "me")).isPresent();
            store.goAway();

            assertThatThrownBy(session::alive).isInstanceOf(StoreUnavailable.class);
            assertThatThrownBy(() -> store.get(key("lock"))).isInstanceOf(StoreUnavailable.class);
            store.comeBack();
            assertThat(session.alive()).isTrue();
        }
    }
}
