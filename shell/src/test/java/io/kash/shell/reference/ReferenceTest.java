package io.kash.shell.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.completions.signature.Signature;
import io.kash.shell.start.AllSignatures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    private static final Path PAGE = Path.of("..", "docs", "reference.md");

    /** With {@code -Dkash.reference.rewrite=true} the page is written instead. */
    @Test
    void the_page_says_what_the_commands_say() throws IOException {
        String current = Reference.markdown(AllSignatures.real());
        if (Boolean.getBoolean("kash.reference.rewrite")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, current);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/reference.md is out of date: run this test with -Dkash.reference.rewrite=true")
                .isEqualTo(current);
    }

    @Test
    void a_command_is_rendered_with_all_it_takes() {
        Signature move = io.kash.shell.fake.FakeVerb.topicsMove();

        assertThat(Reference.markdown(List.of(move)))
                .endsWith(
                        """

                        ## Topics

                        ### `topics move`

                        Move replicas to other brokers

                        ```
                        topics move --topics <topic> [--to-new] [--dry-run] [--to <broker,…>] [--offset <number>]
                        ```

                        Moves whole partitions. Nothing is changed before the plan is shown and agreed to.

                        | | |
                        |---|---|
                        | `--topics <topic>` | Topics to move |
                        | `--to <broker,…>` | Ids to move to |
                        | `--offset <number>` | Where to begin |
                        | `--to-new` | To the brokers of the new fleet |
                        | `--dry-run` | Stop after the preview |

                        Also called `mv`.

                        ```
                        topics move --topics 'pay*' --to-new
                        ```
                        """);
    }
}
