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
}
