package io.kash.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kash.lab.cli.Request.Choice;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WordsTest {
    private static final Choice DEFAULT = new Choice(Scenario.MOVE, false);

    @Test
    void no_word_opens_the_shell() {
        assertThat(read("")).isEqualTo(new Request.Shell(DEFAULT));
        assertThat(read("--kraft --scenario=plain")).isEqualTo(new Request.Shell(new Choice(Scenario.PLAIN, true)));
    }

    @Test
    void every_way_to_start_a_lab_has_the_same_default_scenario() {
        assertThat(read("up")).isEqualTo(new Request.Up(DEFAULT, false));
        assertThat(read("run x.ksh")).isEqualTo(new Request.Run(DEFAULT, "x.ksh", List.of()));
    }

    @Test
    void up_takes_a_scenario_and_may_stay_in_front() {
        assertThat(read("up --scenario plain --foreground"))
                .isEqualTo(new Request.Up(new Choice(Scenario.PLAIN, false), true));
    }

    @Test
    void what_follows_the_script_is_left_to_the_product() {
        assertThat(read("run --scenario move x.ksh --dry-run --set topic=a --kraft"))
                .isEqualTo(new Request.Run(DEFAULT, "x.ksh", List.of("--dry-run", "--set", "topic=a", "--kraft")));
    }

    @Test
    void new_brokers_are_three_unless_somebody_says_otherwise() {
        assertThat(read("start broker --new")).isEqualTo(new Request.StartNewBrokers(3));
        assertThat(read("start broker --new --count 2")).isEqualTo(new Request.StartNewBrokers(2));
    }

    @Test
    void a_server_is_addressed_by_its_name() {
        assertThat(read("kill broker-1")).isEqualTo(new Request.ToNode(NodeVerb.KILL, "broker-1"));
        assertThat(read("start zk-2")).isEqualTo(new Request.ToNode(NodeVerb.START, "zk-2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help", "up --help", "run --help", "kill --help"})
    void help_can_be_asked_for_everywhere(String line) {
        assertThat(read(line)).isEqualTo(new Request.Help());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bogus | unknown verb: bogus",
                "--bogus | unknown option: --bogus",
                "up --bogus | unknown option: --bogus",
                "up surplus | one word too many: surplus",
                "up --scenario | --scenario: needs a value",
                "up --scenario gloom | no scenario gloom; there are move, plain, doom",
                "status surplus | one word too many: surplus",
                "down --force | unknown option: --force",
                "run | run: which script?",
                "run --force x.ksh | unknown option: --force",
                "kill | kill: which node?",
                "kill --all | kill: unknown option: --all",
                "kill broker-1 broker-2 | one word too many: broker-2",
                "start broker | start broker: say --new; a broker that was there is started by its name",
                "start broker --new --count 0 | --count: a number from 1 to 9, not 0",
                "start broker --new --count many | --count: a number from 1 to 9, not many",
            })
    void a_word_it_does_not_know_is_an_error(String line, String message) {
        assertThatThrownBy(() -> read(line)).isInstanceOf(UsageException.class).hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "down", "kill broker-1", "resume zk-2", "start broker --new --count 2"})
    void a_request_to_a_running_lab_survives_the_way_over_the_socket(String line) {
        Request.OfRunningLab request = ControlLine.read(line);

        assertThat(ControlLine.of(request)).isEqualTo(line);
    }

    @Test
    void a_lab_that_is_up_cannot_be_asked_to_start_another() {
        assertThatThrownBy(() -> ControlLine.read("up")).isInstanceOf(UsageException.class);
    }

    private static Request read(String line) {
        return Words.read(line.isEmpty() ? List.of() : List.of(line.split(" ", -1)));
    }
}
