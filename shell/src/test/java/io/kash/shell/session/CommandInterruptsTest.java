package io.kash.shell.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandInterruptsTest {
    private final List<Integer> told = new ArrayList<>();
    private final CommandInterrupts interrupts = new CommandInterrupts(told::add);

    @Test
    void the_first_asks_the_command_to_stop_and_interrupts_nothing() {
        boolean interrupted = interrupts.during(() -> {
            interrupts.ask();
            assertThat(interrupts.count()).isEqualTo(1);
            return Thread.currentThread().isInterrupted();
        });

        assertThat(interrupted).isFalse();
        assertThat(told).containsExactly(1);
    }

    @Test
    void the_second_interrupts_the_thread_as_well() {
        boolean interrupted = interrupts.during(() -> {
            interrupts.ask();
            interrupts.ask();
            return Thread.currentThread().isInterrupted();
        });

        assertThat(interrupted).isTrue();
        assertThat(told).containsExactly(1, 2);
    }

    @Test
    void nothing_of_it_is_left_for_the_next_command() {
        interrupts.during(() -> {
            interrupts.ask();
            interrupts.ask();
            return "";
        });

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(interrupts.during(interrupts::count)).isZero();
    }

    @Test
    void it_means_nothing_while_no_command_runs() {
        interrupts.ask();

        assertThat(interrupts.count()).isZero();
        assertThat(told).isEmpty();
    }
}
