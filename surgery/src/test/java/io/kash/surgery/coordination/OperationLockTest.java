package io.kash.surgery.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kash.surgery.fake.FakeStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class OperationLockTest {
    private final FakeStore store = new FakeStore();
    private Instant wall = Instant.parse("2026-03-01T14:02:07Z");
    private long nanos;

    private final Clock clock = new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return wall;
        }
    };

    private OperationLock take(String who) {
        return OperationLock.take(store, who, clock, () -> nanos).orElseThrow();
    }

    @Test
    void onlyOneHoldsItAndEveryHolderHasALargerNumber() {
        long first;
        try (OperationLock lock = take("ada")) {
            first = lock.number();
            assertThat(OperationLock.take(store, "ben", clock, () -> nanos)).isEmpty();
            assertThat(OperationLock.holder(store)).contains("ada");
        }
        try (OperationLock lock = take("ben")) {
            assertThat(lock.number()).isGreaterThan(first);
        }
    }

    @Test
    void timeThatBothClocksSeeGoByIsNoReasonToLetGo() {
        try (OperationLock lock = take("ada")) {
            wall = wall.plusSeconds(3600);
            nanos += Duration.ofHours(1).toNanos();

            assertThatCode(lock::check).doesNotThrowAnyException();
        }
    }

    @Test
    void aHolderThatSleptFencesItselfOff() {
        try (OperationLock lock = take("ada")) {
            wall = wall.plusSeconds(600);

            assertThatThrownBy(lock::check).isInstanceOf(FencedException.class).hasMessageContaining("600 s");
            assertThatThrownBy(lock::check).isInstanceOf(FencedException.class);
        }
    }

    @Test
    void aHolderWhoseSessionExpiredIsFencedOff() {
        try (OperationLock lock = take("ada")) {
            store.expireSessions();

            assertThatThrownBy(lock::check)
                    .isInstanceOf(FencedException.class)
                    .hasMessage("the operation lock is lost");
        }
    }

    @Test
    void whenTheStoreCannotBeReachedThereIsNoTellingAndItMayBeHeldStill() {
        try (OperationLock lock = take("ada")) {
            store.goAway();

            assertThatThrownBy(lock::check).isInstanceOf(StoreUnavailable.class);
            store.comeBack();
            assertThatCode(lock::check).doesNotThrowAnyException();
        }
    }

    @Test
    void aHolderWhoseNumberIsNotTheLastOneIsFencedOff() {
        try (OperationLock lock = take("ada")) {
            Store.Entry fence = store.get("fence").orElseThrow();
            assertThat(store.putIf("fence", (lock.number() + 1) + " somebody-else", fence.version()))
                    .isPresent();

            assertThatThrownBy(lock::check).isInstanceOf(FencedException.class);
        }
    }

    @Test
    void lostOnceIsLostForEver() {
        try (OperationLock lock = take("ada")) {
            store.expireSessions();
            assertThatThrownBy(lock::check).isInstanceOf(FencedException.class);

            store.goAway();
            assertThatThrownBy(lock::check).isInstanceOf(FencedException.class);
        }
    }

    @Test
    void aNumberWrittenByAnEarlierVersionIsCountedOn() {
        assertThat(store.putIf("fence", "41", Store.ABSENT)).isPresent();

        try (OperationLock lock = take("ada")) {
            assertThat(lock.number()).isEqualTo(42);
        }
    }

    @Test
    void aLockLeftByADeadHolderIsWaitedFor() {
        store.withLapse(Duration.ofSeconds(15));
        OperationLock dead = take("ada");
        int[] pauses = new int[1];

        var taken = OperationLock.takeOver(store, "ben", clock, () -> nanos, () -> {
            nanos += Duration.ofSeconds(1).toNanos();
            if (++pauses[0] == 10) {
                store.expireSessions();
            }
            return true;
        });

        assertThat(taken).isPresent();
        assertThat(taken.orElseThrow().number()).isGreaterThan(dead.number());
        assertThat(pauses[0]).isEqualTo(10);
    }

    @Test
    void aLockWhoseHolderLivesIsWaitedForOnlyAsLongAsADeadOnesWouldLast() {
        store.withLapse(Duration.ofSeconds(15));
        int[] pauses = new int[1];
        try (OperationLock alive = take("ada")) {
            var taken = OperationLock.takeOver(store, "ben", clock, () -> nanos, () -> {
                nanos += Duration.ofSeconds(1).toNanos();
                pauses[0]++;
                return true;
            });

            assertThat(taken).isEmpty();
            assertThat(pauses[0]).isEqualTo(15);
            assertThatCode(alive::check).doesNotThrowAnyException();
        }
    }

    @Test
    void waitingForALockEndsWhenNobodyWantsToWait() {
        store.withLapse(Duration.ofSeconds(15));
        try (OperationLock alive = take("ada")) {
            assertThat(OperationLock.takeOver(store, "ben", clock, () -> nanos, () -> false))
                    .isEmpty();
            assertThatCode(alive::check).doesNotThrowAnyException();
        }
    }
}
