package io.kash.commands.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.fake.Workplace;
import io.kash.commands.verb.Outcome;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.Protection;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicsMoveArgumentsTest {
    private final SimulatedCluster cluster = Workplace.oldAndNew();
    private final Workplace lab = Workplace.of(cluster).answering("yes");

    private static Problem usage(String what, String next) {
        return Problem.usage(what, "topics move", "", next);
    }

    private Workplace with(Map<String, Environment.Fleet> fleets) {
        return Workplace.in(Workplace.environment(Protection.CONFIRM, fleets), cluster);
    }

    @AfterEach
    void nothing_is_ever_done() {
        assertThat(cluster.effects()).isEmpty();
        assertThat(lab.operations()).isEmpty();
    }

    @Test
    void to_new_says_all_and_takes_no_brokers_beside_it() {
        assertThat(lab.problem("topics move --to-new --from 1"))
                .isEqualTo(usage("--to-new already says from where and where to", "leave out --from and --to"));
    }

    @Test
    void scope_is_never_everything_by_omission() {
        Problem expected = usage(
                "it is not said which brokers give and which receive",
                "topics move --to-new, or topics move --from <brokers> --to <brokers>");

        assertThat(lab.problem("topics move")).isEqualTo(expected);
        assertThat(lab.problem("topics move --from 1,2")).isEqualTo(expected);
        assertThat(lab.problem("topics move --to 11")).isEqualTo(expected);
    }

    @Test
    void no_broker_gives_and_receives() {
        assertThat(lab.problem("topics move --from 1,2 --to 2,11").what())
                .isEqualTo("broker 2 is to give and to receive");
        assertThat(lab.problem("topics move --from 1,2,3 --to 2,1,11").what())
                .isEqualTo("brokers 1,2 are to give and to receive");
    }

    @Test
    void patterns_that_match_no_topic_are_an_error_of_the_words() {
        assertThat(lab.problem("topics move --to-new --topics invoices-*,x?"))
                .isEqualTo(Problem.usage(
                        "no topic matches invoices-*,x?", "topics move", "there are 2 topics", "topics list"));
    }

    @Test
    void patterns_that_match_are_counted_before_anything_is_asked() {
        lab.run("topics move --to-new --topics pay*,o* --dry-run");

        assertThat(lab.notes()).startsWith("pay*,o* name 2 topics: orders, payments\n");
    }

    @Test
    void a_throttle_above_the_limit_is_refused() {
        assertThat(lab.problem("topics move --to-new --throttle 11MB/s"))
                .isEqualTo(new Problem(
                        Problem.Kind.REFUSED,
                        "--throttle 11MB/s is above the limit of this environment",
                        "lab",
                        "limits.throttle is 10MB/s",
                        "a lower rate, or change the limit in the environments file"));
    }

    @Test
    void a_window_holds_1_to_1000_partitions() {
        for (String window : List.of("0", "-1", "1001")) {
            Problem problem = lab.problem("topics move --to-new --window " + window);
            assertThat(problem.kind()).isEqualTo(Problem.Kind.USAGE);
            assertThat(problem.what()).isEqualTo("--window " + window + " is not possible");
        }
    }

    @Test
    void what_is_not_a_broker_or_a_number_is_an_error_of_the_words() {
        assertThat(lab.problem("topics move --from one --to 11").kind()).isEqualTo(Problem.Kind.USAGE);
        assertThat(lab.problem("topics move --to-new --window six").kind()).isEqualTo(Problem.Kind.USAGE);
        assertThat(lab.problem("topics move --to-new --throttle fast").kind()).isEqualTo(Problem.Kind.USAGE);
    }

    @Test
    void a_broker_that_is_not_there_is_refused() {
        assertThat(lab.run("topics move --from 1 --to 99")).isEqualTo(Outcome.REFUSED);

        assertThat(lab.notes()).contains("  x broker 99 is not registered\n");
    }

    @Test
    void without_fleets_the_brokers_without_replicas_are_taken_and_named() {
        Workplace place = with(Map.of());

        assertThat(place.run("topics move --to-new --dry-run")).isEqualTo(Outcome.CHANGES_PENDING);

        assertThat(place.notes())
                .startsWith("No fleet 'new' is declared: taking the brokers without replicas, 11,12,13.\n")
                .contains("9 replicas off brokers 1,2,3");
    }

    @Test
    void without_fleets_and_without_empty_brokers_there_is_nothing_to_guess() {
        cluster.withTopic("everywhere", 1, 1, 11, 12, 13);

        assertThat(with(Map.of()).problem("topics move --to-new"))
                .isEqualTo(usage(
                        "no fleet 'new' is declared, and every broker holds replicas",
                        "add fleets to the environment, or name brokers with --from and --to"));
    }

    @Test
    void a_fleet_that_is_told_by_a_group_is_not_guessed() {
        Environment.Fleet group = new Environment.Fleet(List.of(), Optional.of("kafka-asg"), Optional.empty());

        assertThat(with(Map.of("new", group)).problem("topics move --to-new").what())
                .isEqualTo("the brokers of fleet 'new' cannot be told yet");
    }
}
