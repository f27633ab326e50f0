package io.kash.shell.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kash.commands.fake.FakeSession;
import io.kash.commands.session.Session;
import io.kash.commands.verb.Outcome;
import io.kash.commands.verb.Verb;
import io.kash.completions.signature.Signature;
import io.kash.shell.fake.FakeVerb;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.shell.core.InputReader;
import org.springframework.shell.core.command.CommandArgument;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandExecutor;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.CommandRegistry;
import org.springframework.shell.core.command.DefaultCommandParser;
import org.springframework.shell.core.command.ParsedInput;

class StrictParserTest {
    private final Session session = FakeSession.nowhere();
    private final List<Verb> verbs = new ArrayList<>(FakeVerb.usual(session));
    private final StrictParser parser = new StrictParser(Lexicon.of(verbs));

    StrictParserTest() {
        verbs.add(new FakeVerb(session, Signature.of("topics", "Topics", "All about topics"), words -> Outcome.DONE));
        verbs.add(new FakeVerb(
                session,
                Signature.of("often", "Session", "Run a command again and again")
                        .takesRest(),
                words -> Outcome.DONE));
    }

    @Test
    void the_longest_command_name_wins() {
        assertThat(name(parser.parse("topics move --topics a"))).isEqualTo("topics move");
        assertThat(name(parser.parse("topics"))).isEqualTo("topics");
    }

    @Test
    void an_alias_is_the_command() {
        assertThat(name(parser.parse("mv --topics a"))).isEqualTo("topics move");
    }

    @Test
    void part_of_a_name_is_never_enough() {
        assertThat(problem("topics mov --topics a"))
                .isEqualTo(usage(
                        "there is no command 'topics mov'", "", "did you mean 'topics move'?", "help topics move"));
        assertThat(problem("topic move")).extracting(Problem::why).isEqualTo("did you mean 'topics move' or 'topics'?");
        assertThat(problem("env"))
                .isEqualTo(usage("'env' is not a whole command", "", "it goes on as env list", "help env"));
    }

    @Test
    void an_unknown_command_is_a_usage_error() {
        assertThat(problem("frobnicate it"))
                .isEqualTo(usage("there is no command 'frobnicate'", "", "no command is named like it", "help"));
    }

    @Test
    void swapped_letters_are_understood_as_a_slip_and_refused_all_the_same() {
        assertThat(problem("drian 12"))
                .isEqualTo(usage("there is no command 'drian'", "", "did you mean 'drain'?", "help drain"));
    }

    @Test
    void an_unknown_option_is_refused_with_the_nearest_one() {
        assertThat(problem("topics move --to-nwe"))
                .isEqualTo(usage(
                        "'topics move' has no option --to-nwe",
                        "topics move",
                        "did you mean '--to-new'?",
                        "help topics move"));
        assertThat(problem("drain 1 -f")).extracting(Problem::what).isEqualTo("'drain' has no option -f");
    }

    @Test
    void a_surplus_argument_is_refused() {
        assertThat(problem("topics show a b"))
                .isEqualTo(usage(
                        "'b' is one argument too many",
                        "topics show",
                        "'topics show' takes one argument",
                        "help topics show"));
    }

    @Test
    void an_option_without_its_value_is_refused() {
        assertThat(problem("topics move --topics")).extracting(Problem::what).isEqualTo("--topics has no value");
        assertThat(problem("topics move --topics --to-new"))
                .extracting(Problem::what)
                .isEqualTo("--topics has no value");
        assertThat(problem("topics move --topics=")).extracting(Problem::what).isEqualTo("--topics has an empty value");
    }

    @Test
    void a_flag_with_a_value_is_refused() {
        assertThat(problem("topics move --to-new=true"))
                .extracting(Problem::what)
                .isEqualTo("--to-new takes no value");
    }

    @Test
    void an_option_of_one_value_is_taken_once() {
        assertThat(problem("topics move --topics a --topics b"))
                .extracting(Problem::what)
                .isEqualTo("--topics is given twice");
    }

    @Test
    void values_stand_behind_a_blank_or_an_equals_sign() {
        assertThat(options(parser.parse("topics move --topics a --to=1,2 --to 3 --to-new")))
                .containsExactly("topics=a", "to=1,2", "to=3", "to-new=true");
    }

    @Test
    void negative_numbers_are_values() {
        assertThat(options(parser.parse("topics move --offset -5 --topics a")))
                .containsExactly("offset=-5", "topics=a");
        assertThat(arguments(parser.parse("drain -5 7"))).containsExactly("-5", "7");
    }

    @Test
    void two_dashes_end_the_options() {
        assertThat(arguments(parser.parse("topics show -- --odd"))).containsExactly("--odd");
        assertThat(arguments(parser.parse("topics show -- --help"))).containsExactly("--help");
    }

    @Test
    void help_anywhere_asks_for_the_page_and_runs_nothing() {
        for (String line : List.of(
                "topics move --help",
                "topics move --topics --help",
                "topics move --bogus -h",
                "mv --to-new --help surplus")) {
            assertThat(name(parser.parse(line))).isEqualTo("help");
            assertThat(arguments(parser.parse(line))).containsExactly("topics", "move");
        }
    }

    @Test
    void help_after_the_start_of_a_name_lists_what_it_begins() {
        assertThat(arguments(parser.parse("env --help"))).containsExactly("env");
        assertThat(arguments(parser.parse("--help"))).isEmpty();
    }

    @Test
    void the_rest_of_a_line_belongs_to_the_command_in_it_and_is_checked_as_strictly() {
        assertThat(arguments(parser.parse("often topics show a --output json")))
                .containsExactly("topics", "show", "a", "--output", "json");
        assertThat(problem("often topics show a --bogus"))
                .extracting(Problem::what)
                .isEqualTo("'topics show' has no option --bogus");
        assertThat(problem("often")).extracting(Problem::what).isEqualTo("'often' lacks its command");
    }

    @Test
    void a_mistyped_second_word_is_a_command_mistyped_not_a_surplus_argument() {
        assertThat(problem("topics mvoe")).extracting(Problem::why).isEqualTo("did you mean 'topics move'?");
    }

    @Test
    void words_that_came_cut_are_not_cut_again() {
        assertThat(arguments(parser.parse(List.of("topics", "show", "a b 'c")))).containsExactly("a b 'c");
    }

    @Test
    void checking_reads_the_values_as_well() {
        assertThatThrownBy(() -> parser.check(List.of("drain", "twelve")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("'twelve' is not a whole number");
        assertThatThrownBy(() -> parser.check(List.of("often", "drain")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("<broker> is missing");
    }

    /** Why there is a parser of our own. */
    @Test
    void the_stock_parser_runs_a_command_with_an_unknown_option_and_ours_refuses() throws Exception {
        List<String> ran = new ArrayList<>();
        Verb show = new FakeVerb(session, Signature.of("show", "Topics", "Show"), words -> {
            ran.add("show");
            return Outcome.DONE;
        });
        CommandRegistry registry = new CommandRegistry(new HashSet<>(List.of(show)));
        ParsedInput stock = new DefaultCommandParser(registry).parse("show --bogus=1");
        new CommandExecutor(registry)
                .execute(new CommandContext(
                        stock, registry, new java.io.PrintWriter(java.io.Writer.nullWriter()), new InputReader() {}));

        assertThat(ran).containsExactly("show");
        assertThatThrownBy(() -> new StrictParser(Lexicon.of(registry)).parse("show --bogus=1"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("'show' has no option --bogus");
    }

    private Problem problem(String line) {
        return catchThrowableOfType(ProblemException.class, () -> parser.parse(line))
                .problem();
    }

    private static Problem usage(String what, String where, String why, String next) {
        return Problem.usage(what, where, why, next);
    }

    private static String name(ParsedInput input) {
        return (input.commandName() + " " + String.join(" ", input.subCommands())).strip();
    }

    private static List<String> options(ParsedInput input) {
        return input.options().stream().map(StrictParserTest::text).toList();
    }

    private static String text(CommandOption option) {
        return option.longName() + "=" + option.value();
    }

    private static List<String> arguments(ParsedInput input) {
        return input.arguments().stream().map(CommandArgument::value).toList();
    }
}
