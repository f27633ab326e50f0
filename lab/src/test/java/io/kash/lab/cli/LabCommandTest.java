package io.kash.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LabCommandTest {
    private final Path home;

    LabCommandTest(@TempDir Path home) {
        this.home = home;
    }

    private final Captured captured = new Captured();

    @Test
    void an_unknown_word_shows_the_usage_and_exits_64() {
        assertThat(run("bogus")).isEqualTo(64);
        assertThat(captured.err()).startsWith("kash lab: unknown verb: bogus").contains("usage: kash lab");
        assertThat(captured.out()).isEmpty();
    }

    @Test
    void help_goes_to_standard_output_and_exits_0() {
        assertThat(run("--help")).isZero();
        assertThat(captured.out()).startsWith("usage: kash lab");
    }

    @Test
    void asking_a_lab_that_is_not_up_says_what_to_do() {
        assertThat(run("status")).isEqualTo(1);
        assertThat(captured.err()).contains("no lab is up in " + home, "next: start one: ./kash lab up");
    }

    @Test
    void without_a_launcher_there_is_no_product_to_start() {
        assertThat(run("run", "x.ksh")).isEqualTo(1);
        assertThat(captured.err()).contains("cannot start the product", "./kash lab");
    }

    private int run(String... words) {
        return new LabCommand(new Setting(home, home, Optional.empty()), captured.console()).run(List.of(words));
    }
}
