package io.kash.commands.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.fake.FakePrompter;
import io.kash.commands.fake.Workplace;
import io.kash.commands.session.Batch;
import io.kash.commands.verb.Outcome;
import io.kash.surgery.environment.Protection;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.operation.Event;
import io.kash.surgery.problem.Problem;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentTest {
    private final SimulatedCluster cluster = Workplace.oldAndNew();

    private Workplace under(Protection protection) {
        return Workplace.in(Workplace.environment(protection), cluster);
    }

    @Test
    void without_protection_nothing_is_asked() {
        Workplace place = under(Protection.NONE);

        assertThat(place.run("topics move --to-new")).isEqualTo(Outcome.DONE);

        assertThat(place.operation().lines())
                .anyMatch(line -> line.event().equals(new Event.Consented("protection none")));
    }

    @Test
    void under_confirm_yes_is_consent() {
        Workplace place = under(Protection.CONFIRM).answering("yes");

        assertThat(place.run("topics move --to-new")).isEqualTo(Outcome.DONE);

        assertThat(place.questions()).containsExactly("This changes lab. Type yes to go on: ");
        assertThat(place.operation().lines()).anyMatch(line -> line.event().equals(new Event.Consented("typed yes")));
    }

    @Test
    void under_name_only_the_environments_name_is_consent() {
        Workplace place = under(Protection.NAME);

        assertThat(place.answering("yes").run("topics move --to-new")).isEqualTo(Outcome.DECLINED);
        assertThat(cluster.effects()).isEmpty();

        Workplace named = place.answering("lab");
        assertThat(named.run("topics move --to-new")).isEqualTo(Outcome.DONE);
        assertThat(named.questions()).containsExactly("This changes lab. Type the environment's name to go on: ");
    }

    @Test
    void under_pair_consent_given_beforehand_is_not_enough() {
        Workplace place = under(Protection.PAIR);

        Problem problem = place.problem("topics move --to-new --confirm lab");

        assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_AUTHORISED);
        assertThat(problem.what()).isEqualTo("a second operator must approve this, and nobody has");
        assertThat(place.questions()).isEmpty();
        assertNothingWasDone(place);
    }

    @Test
    void under_pair_an_operator_without_a_key_is_told_how_to_get_one() {
        Problem problem = under(Protection.PAIR).answering("lab").problem("topics move --to-new");

        assertThat(problem.what()).isEqualTo("you have no operator's key");
        assertThat(problem.next()).isEqualTo("operator init");
    }

    @Test
    void where_two_are_wanted_one_alone_breaks_the_glass_and_the_journal_says_so() {
        Workplace place = under(Protection.PAIR).answering("lab");

        assertThat(place.run("topics move --to-new --break-glass fire")).isEqualTo(Outcome.DONE);

        assertThat(place.notes())
                .contains("BREAKING THE GLASS: no second operator approves this. Its journal will say so: fire");
        assertThat(place.operation().lines())
                .anyMatch(line -> line.event().equals(new Event.BrokeGlass(Workplace.OPERATOR, "fire")));
    }

    @Test
    void nobody_breaks_the_glass_off_a_terminal_or_with_the_wrong_word() {
        Problem problem = under(Protection.PAIR).problem("topics move --to-new --break-glass fire --confirm lab");
        assertThat(problem.what()).isEqualTo("only a person at a terminal can break the glass");

        Workplace wrong = under(Protection.PAIR).answering("yes");
        assertThat(wrong.run("topics move --to-new --break-glass fire")).isEqualTo(Outcome.DECLINED);
        assertThat(cluster.effects()).isEmpty();
    }

    @Test
    void where_one_operator_is_enough_there_is_no_glass() {
        Problem problem = under(Protection.NAME).answering("lab").problem("topics move --to-new --break-glass fire");

        assertThat(problem.kind()).isEqualTo(Problem.Kind.USAGE);
        assertThat(problem.what()).isEqualTo("there is no glass to break");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "y", "YES", "yes!", "lab", ""})
    void any_other_answer_is_a_no(String answer) {
        Workplace place = under(Protection.CONFIRM).answering(answer);

        assertThat(place.run("topics move --to-new")).isEqualTo(Outcome.DECLINED);

        assertThat(place.notes()).endsWith("Nothing was changed: no consent was given.\n");
        assertNothingWasDone(place);
    }

    @Test
    void the_end_of_input_is_a_no() {
        Workplace place = under(Protection.CONFIRM).answering();

        assertThat(place.run("topics move --to-new")).isEqualTo(Outcome.DECLINED);

        assertThat(place.notes()).endsWith("Nothing was changed: no consent was given.\n");
        assertNothingWasDone(place);
    }

    @Test
    void where_nobody_can_be_asked_the_flag_is_named_and_nothing_is_done() {
        Workplace place = under(Protection.CONFIRM).with(FakePrompter.nobody());

        assertThat(place.run("topics move --to-new")).isEqualTo(Outcome.DECLINED);

        assertThat(place.notes())
                .endsWith("Nothing was changed: there is nobody to ask here. To consent beforehand, give"
                        + " --confirm=lab\n");
        assertNothingWasDone(place);
    }

    @Test
    void consent_beforehand_names_the_environment() {
        Workplace place = under(Protection.NAME).with(FakePrompter.nobody());

        assertThat(place.run("topics move --to-new --confirm lab")).isEqualTo(Outcome.DONE);

        assertThat(place.operation().lines())
                .anyMatch(line -> line.event().equals(new Event.Consented("--confirm=lab")));
    }

    @Test
    void consent_for_another_environment_is_an_error_and_not_a_no() {
        Workplace place = under(Protection.CONFIRM).answering("yes");

        Problem problem = place.problem("topics move --to-new --confirm production");

        assertThat(problem)
                .isEqualTo(Problem.usage(
                        "--confirm=production names another environment",
                        "lab",
                        "consent is for the environment it names",
                        "--confirm=lab"));
        assertNothingWasDone(place);
    }

    @Test
    void a_script_consents_for_its_commands() {
        Workplace script = under(Protection.NAME).with(new Batch(false, Optional.of("lab")));

        assertThat(script.run("topics move --to-new")).isEqualTo(Outcome.DONE);
    }

    @Test
    void a_scripts_consent_for_another_environment_is_an_error() {
        Workplace script = under(Protection.CONFIRM).with(new Batch(false, Optional.of("production")));

        assertThat(script.problem("topics move --to-new").kind()).isEqualTo(Problem.Kind.USAGE);
        assertNothingWasDone(script);
    }

    private void assertNothingWasDone(Workplace place) {
        assertThat(cluster.effects()).isEmpty();
        assertThat(place.operations()).isEmpty();
    }
}
