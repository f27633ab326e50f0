package io.kash.commands.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.fake.RecordingScreen;
import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.surgery.fake.Clusters;
import io.kash.surgery.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ViewsTest {
    record Thing(String name, int number, OptionalLong size) {}

    private static final Table<Thing> TABLE = Table.of(
            Column.<Thing>text("name", "NAME", Thing::name).role(thing -> Role.GOOD),
            Column.number("number", "NO", Thing::number),
            Column.bytes("size", "SIZE", Thing::size),
            Column.data("twice", thing -> List.of(thing.number(), thing.number())));

    private static final Thing SMALL = new Thing("a\tb\n\u001b[31m\\", 7, OptionalLong.empty());
    private static final Thing LARGE = new Thing("payments", 12, OptionalLong.of(19541891645L));

    @Test
    void a_table_on_a_terminal_is_aligned_and_escaped_before_it_is_measured() {
        RecordingScreen screen = RecordingScreen.terminal(80);

        new HumanView(false).show(answer(SMALL, LARGE), screen);

        assertThat(screen.data())
                .isEqualTo(
                        """
                NAME                 NO      SIZE
                a\\x09b\\x0a\\x1b[31m\\   7         -
                payments             12  18.2 GiB
                """);
    }

    @Test
    void the_widest_text_is_cut_to_fit_a_narrow_terminal_and_numbers_never_are() {
        RecordingScreen screen = RecordingScreen.terminal(30);

        new HumanView(false).show(answer(SMALL, LARGE), screen);

        assertThat(screen.data())
                .isEqualTo(
                        """
                NAME              NO      SIZE
                a\\x09b\\x0a\\x1b[…   7         -
                payments          12  18.2 GiB
                """);
    }

    @Test
    void wide_and_combining_characters_keep_columns_straight() {
        RecordingScreen screen = RecordingScreen.terminal(80);

        new HumanView(false)
                .show(
                        answer(new Thing("決済", 1, OptionalLong.of(0)), new Thing("cafe\u0301", 2, OptionalLong.of(0))),
                        screen);

        assertThat(screen.data())
                .isEqualTo(
                        """
                NAME  NO  SIZE
                決済   1   0 B
                cafe\u0301   2   0 B
                """);
    }

    @Test
    void a_long_list_is_folded_on_a_terminal_only() {
        Answer answer = Answer.of(
                "things/1",
                Rows.of(
                                "things",
                                TABLE,
                                IntStream.range(0, 1216)
                                        .mapToObj(i -> new Thing("thing", i, OptionalLong.of(i)))
                                        .toList(),
                                "")
                        .atMost(2));
        RecordingScreen terminal = RecordingScreen.terminal(80);
        RecordingScreen all = RecordingScreen.terminal(80);
        RecordingScreen pipe = RecordingScreen.pipe();

        new HumanView(false).show(answer, terminal);
        new HumanView(true).show(answer, all);
        new HumanView(false).show(answer, pipe);

        assertThat(terminal.data())
                .isEqualTo(
                        """
                NAME   NO  SIZE
                thing   0   0 B
                thing   1   1 B
                … 1,214 more (--all)
                """);
        assertThat(all.data().lines()).hasSize(1217);
        assertThat(pipe.data().lines()).hasSize(1217);
    }

    @Test
    void what_is_titled_stands_apart_and_what_could_not_be_read_says_so() {
        RecordingScreen screen = RecordingScreen.terminal(80);
        Answer answer = Answer.of(
                "things/1",
                Facts.of(
                        "thing",
                        Line.of("Thing"),
                        Fact.of("name", "Name", "payments"),
                        Fact.of("size", "Largest size", OptionalLong.empty()),
                        Fact.data("hidden", 1)),
                Rows.of("none", TABLE, List.of(), "there is none").titled(Line.of("Things")),
                new Unread("dead", Line.of("Dead  not read: refused")));

        new HumanView(false).show(answer.note("one is silent"), screen);

        assertThat(screen.data())
                .isEqualTo(
                        """
                Thing
                  Name          payments
                  Largest size  -

                Things
                  there is none

                Dead  not read: refused
                """);
        assertThat(screen.notes()).isEqualTo("note: one is silent\n");
    }

    @Test
    void tsv_is_complete_and_one_row_is_one_line_whatever_a_name_holds() {
        RecordingScreen screen = RecordingScreen.terminal(20);

        new TsvView().show(answer(SMALL, LARGE), screen);

        assertThat(screen.data())
                .isEqualTo(
                        """
                name\tnumber\tsize\ttwice
                a\\tb\\n\\x1b[31m\\\\\t7\t\t7,7
                payments\t12\t19541891645\t12,12
                """);
    }

    @Test
    void json_carries_its_format_and_numbers_as_numbers() {
        RecordingScreen screen = RecordingScreen.terminal(20);

        new JsonView()
                .show(
                        answer(
                                LARGE,
                                new Thing("x\u202e\u2028\u007f\u0085\ud83d\ude00\u001b", 1, OptionalLong.empty())),
                        screen);

        assertThat(screen.data())
                .isEqualTo(
                        """
                {
                  "format" : "kash.things/1",
                  "observedAt" : "2026-07-28T14:02:07Z",
                  "things" : [
                    {
                      "name" : "payments",
                      "number" : 12,
                      "size" : 19541891645,
                      "twice" : [
                        12,
                        12
                      ]
                    },
                    {
                      "name" : "x\\u202e\\u2028\\u007f\\u0085\ud83d\ude00\\u001B",
                      "number" : 1,
                      "size" : null,
                      "twice" : [
                        1,
                        1
                      ]
                    }
                  ],
                  "notes" : [ ],
                  "problems" : [ ]
                }
                """);
    }

    @Test
    void problems_are_in_the_json_and_what_could_not_be_read_is_null() {
        Answer answer = new Answer(
                "things/1",
                Optional.empty(),
                List.of(new Unread("things", Line.of("Things  not read"))),
                List.of(),
                List.of(Problem.failed("no answer", "lab", "refused", "status")));

        assertThat(AnswerTree.of(answer).toString())
                .isEqualTo("{\"format\":\"kash.things/1\",\"observedAt\":null,\"things\":null,\"notes\":[],"
                        + "\"problems\":[{\"kind\":\"FAILED\",\"what\":\"no answer\",\"where\":\"lab\","
                        + "\"why\":\"refused\",\"next\":\"status\"}]}");
    }

    private static Answer answer(Thing... things) {
        return Answer.of("things/1", Clusters.NOW, Rows.of("things", TABLE, List.of(things), "there is none"));
    }
}
