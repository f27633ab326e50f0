package io.kash.shell.help;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.shell.start.TestShell;
import io.kash.shell.start.TestShell.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelpTest {
    private static final String MOVE =
            """
            topics move --topics <topic> [--to-new] [--dry-run] [--to <broker,…>] [--offset <number>]

              Move replicas to other brokers

              Moves whole partitions. Nothing is changed before the plan is shown and agreed
              to.

            Options
              --topics <topic>   Topics to move
              --to <broker,…>    Ids to move to
              --offset <number>  Where to begin
              --to-new           To the brokers of the new fleet
              --dry-run          Stop after the preview

            Also called
              mv

            Examples
              topics move --topics 'pay*' --to-new
            """;

    private final TestShell shell;

    HelpTest(@TempDir Path folder) {
        shell = TestShell.in(folder);
    }

    @Test
    void the_page_of_a_command_is_one_whichever_way_it_is_asked_for() {
        assertThat(shell.run("help", "topics", "move")).isEqualTo(new Result(0, MOVE, ""));
        assertThat(shell.run("topics", "move", "--help")).isEqualTo(new Result(0, MOVE, ""));
        assertThat(shell.run("mv", "--to-new", "-h")).isEqualTo(new Result(0, MOVE, ""));
    }

    @Test
    void the_list_stands_in_the_order_of_the_headings_sorted_by_name() {
        assertThat(shell.run("help"))
                .isEqualTo(new Result(
                        0,
                        """
                        Environments
                          env list      List the environments

                        Brokers
                          drain         Move everything off brokers

                        Topics
                          topics list   List the topics
                          topics move   Move replicas to other brokers
                          topics show   Show one topic

                        Session
                          clear         Empty the terminal
                          connect       Choose the environment commands act on
                          disconnect    Leave the environment, without choosing another
                          exit          Leave the shell
                          expect        Fail unless something is true of what a command shows
                          help          List the commands, or explain one
                          record start  Write what is typed from now on into a script
                          record stop   End the recording
                          run           Run the commands of a script
                          version       Say which kash this is, and on which Java
                          wait          Wait until something is true of what a command shows
                        """,
                        ""));
    }

    @Test
    void the_start_of_a_name_lists_what_it_begins() {
        assertThat(shell.run("help", "record"))
                .isEqualTo(new Result(
                        0,
                        """
                        Session
                          record start  Write what is typed from now on into a script
                          record stop   End the recording
                        """,
                        ""));
    }

    @Test
    void arguments_have_a_section_of_their_own() {
        assertThat(shell.run("help", "drain").out())
                .isEqualTo(
                        """
                        drain [--dry-run] <broker>…

                          Move everything off brokers

                        Arguments
                          <broker>…  Which ones

                        Options
                          --dry-run  Stop after the preview
                        """);
    }

    @Test
    void help_for_what_does_not_exist_is_a_usage_error() {
        assertThat(shell.run("help", "topics", "mvoe"))
                .isEqualTo(
                        new Result(
                                64,
                                "",
                                """
                        error: there is no command 'topics mvoe'
                          why:   did you mean 'topics move'?
                          next:  help topics move
                        """));
    }
}
