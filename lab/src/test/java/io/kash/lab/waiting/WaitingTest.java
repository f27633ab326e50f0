package io.kash.lab.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class WaitingTest {
    @Test
    void it_looks_until_the_condition_holds() {
        AtomicInteger looks = new AtomicInteger();

        boolean held = Waiting.until(() -> looks.incrementAndGet() == 3, Deadline.in(Duration.ofSeconds(10)));

        assertThat(held).isTrue();
        assertThat(looks).hasValue(3);
    }

    @Test
    void it_gives_up_at_the_deadline() {
        AtomicLong nanos = new AtomicLong();
        Deadline deadline = Deadline.in(Duration.ofSeconds(1), nanos::get);

        boolean held = Waiting.until(
                () -> {
                    nanos.addAndGet(Duration.ofMillis(600).toNanos());
                    return false;
                },
                deadline);

        assertThat(held).isFalse();
        assertThat(deadline.left()).isZero();
    }

    @Test
    void an_interrupt_ends_the_wait_and_stays_set() {
        Thread.currentThread().interrupt();

        boolean held = Waiting.until(() -> false, Deadline.in(Duration.ofSeconds(10)));

        assertThat(held).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }
}
