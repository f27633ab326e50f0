package io.kash.shell.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.fake.FakeSession;
import io.kash.commands.session.Session;
import io.kash.commands.verb.Outcome;
import io.kash.commands.verb.Verb;
import io.kash.completions.signature.Argument;
import io.kash.completions.signature.Arity;
import io.kash.completions.signature.Signature;
import io.kash.completions.signature.ValueType;
import io.kash.completions.values.Value;
import io.kash.shell.fake.FakeVerb;
import io.kash.shell.grammar.Lexicon;
import io.kash.shell.verb.Help;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Parser.ParseContext;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OffersTest {
    private final Path folder;

    private final Session session = FakeSession.nowhere();

    OffersTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void commands_are_offered_word_by_word_with_their_summaries() throws IOException {
        assertThat(shown(""))
                .contains(
                        "topics: list, move, show",
                        "drain: Move everything off brokers",
                        "mv: Move replicas to other brokers");
        assertThat(shown("topics "))
                .containsExactly(
                        "list: List the topics", "move: Move replicas to other brokers", "show: Show one topic");
    }

    @Test
    void options_are_offered_with_what_they_mean_and_only_once() throws IOException {
        assertThat(shown("topics move "))
                .containsExactly(
                        "--topics: <topic> Topics to move",
                        "--to: <broker,…> Ids to move to",
                        "--offset: <number> Where to begin",
                        "--to-new: To the brokers of the new fleet",
                        "--dry-run: Stop after the preview");
        assertThat(words("topics move --topics pay --to-new ")).containsExactly("--to", "--offset", "--dry-run");
        assertThat(words("mv --topics pay --to 1 ")).contains("--to");
    }

    @Test
    void values_are_offered_by_the_type_of_the_option() throws IOException {
        assertThat(shown("topics move --topics ")).containsExactly("payments: 12 partitions", "orders: 3 partitions");
        assertThat(words("topics list --output ")).containsExactly("table", "json", "tsv");
        assertThat(words("topics list --output=")).containsExactly("--output=table", "--output=json", "--output=tsv");
    }

    @Test
    void the_last_element_of_a_list_is_completed_without_those_before_it() throws IOException {
        assertThat(words("topics move --to 11,")).containsExactly("11,12", "11,13");
        assertThat(shown("topics move --to=11,1")).containsExactly("12: host-12, zone b", "13: host-13, zone c");
    }

    @Test
    void arguments_are_offered_by_their_place() throws IOException {
        assertThat(words("topics show ")).containsExactly("payments", "orders", "--output");
        assertThat(words("topics show payments ")).containsExactly("--output");
        assertThat(words("drain 11 ")).containsExactly("12", "13", "--dry-run");
    }

    @Test
    void where_the_parser_would_refuse_nothing_is_offered() throws IOException {
        assertThat(words("topics move --bogus ")).isEmpty();
        assertThat(words("topics show -- ")).containsExactly("payments", "orders");
        assertThat(words("frobnicate ")).isEmpty();
    }

    @Test
    void a_command_within_a_command_is_completed_like_any_other() throws IOException {
        assertThat(words("often topics ")).containsExactly("list", "move", "show");
        assertThat(words("often topics show ")).contains("payments");
        assertThat(words("help topics ")).contains("list", "move", "show").doesNotContain("--output");
    }

    @Test
    void files_are_offered_where_a_file_is_meant() throws IOException {
        Files.createDirectory(folder.resolve("more"));
        Files.writeString(folder.resolve("a.ksh"), "");
        Files.writeString(folder.resolve(".hidden"), "");
        Files.writeString(folder.resolve("more/b.ksh"), "");

        assertThat(words("read ")).containsExactly("a.ksh", "more/");
        assertThat(words("read more/")).containsExactly("more/b.ksh");
    }

    @Test
    void a_value_that_could_disturb_the_terminal_is_not_offered() throws IOException {
        assertThat(words("drain ")).doesNotContain("\u001b[2J");
    }

    @Test
    void what_is_completed_within_quotes_gets_the_closing_one() {
        assertThat(new EditedLine("topics show \"pay", 16)
                        .escape("payments", true)
                        .toString())
                .isEqualTo("\"payments\"");
        assertThat(new EditedLine("topics show 'pay", 16)
                        .escape("pay ments", true)
                        .toString())
                .isEqualTo("'pay ments'");
        assertThat(new EditedLine("topics show pay", 15)
                        .escape("pay ments", true)
                        .toString())
                .isEqualTo("pay\\ ments");
    }

    @Test
    void the_word_under_the_cursor_is_known_anywhere_in_the_line() {
        EditedLine line = new EditedLine("topics 'sh  ow' pay", 10);

        assertThat(line.wordIndex()).isEqualTo(1);
        assertThat(line.word()).isEqualTo("sh  ow");
        assertThat(line.wordCursor()).isEqualTo(2);
        assertThat(line.rawWordCursor()).isEqualTo(3);
        assertThat(line.rawWordLength()).isEqualTo(8);
        assertThat(new EditedLine("a  b", 2).words()).containsExactly("a", "", "b");
    }

    private List<String> words(String line) throws IOException {
        return candidates(line).stream().map(Candidate::value).toList();
    }

    private List<String> shown(String line) throws IOException {
        return candidates(line).stream()
                .map(candidate -> candidate.displ() + ": " + candidate.descr())
                .toList();
    }

    private List<Candidate> candidates(String line) throws IOException {
        LineReader reader = LineReaderBuilder.builder()
                .terminal(new DumbTerminal(
                        java.io.InputStream.nullInputStream(), java.io.OutputStream.nullOutputStream()))
                .build();
        List<Candidate> candidates = new ArrayList<>();
        new OfferCompleter(new Offers(lexicon(), this::values, new FileNames(folder)))
                .complete(reader, new LineParser().parse(line, line.length(), ParseContext.COMPLETE), candidates);
        return candidates;
    }

    private Lexicon lexicon() {
        List<Verb> verbs = new ArrayList<>(FakeVerb.usual(session));
        verbs.add(new FakeVerb(
                session, Signature.of("often", "Session", "Again and again").takesRest(), words -> Outcome.DONE));
        verbs.add(new FakeVerb(
                session,
                Signature.of("read", "Session", "Read a file")
                        .argument(new Argument<>(
                                "file", new ValueType<>(Path.class, "file", Path::of), Arity.ONE, "Which")),
                words -> Outcome.DONE));
        Lexicon lexicon = Lexicon.of(verbs);
        verbs.add(new Help(session, lexicon));
        return lexicon;
    }

    private List<Value> values(Class<?> type) {
        if (type == Integer.class) {
            return List.of(
                    new Value("11", "host-11, zone a"),
                    new Value("12", "host-12, zone b"),
                    new Value("13", "host-13, zone c"),
                    new Value("\u001b[2J", "evil"));
        }
        return List.of(new Value("payments", "12 partitions"), new Value("orders", "3 partitions"));
    }
}
