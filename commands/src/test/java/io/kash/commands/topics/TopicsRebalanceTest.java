package io.kash.commands.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.fake.Workplace;
import io.kash.commands.verb.Outcome;
import io.kash.surgery.fake.SimulatedCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicsRebalanceTest {
    private final SimulatedCluster cluster = Workplace.oldAndNew().withTopic("logs", 12, 1_000_000, 1, 2, 3);
    private final Workplace lab = Workplace.of(cluster).answering("yes");

    @TempDir
    private Path folder;

    @Test
    void half_of_everything_goes_to_brokers_that_hold_nothing() {
        assertThat(lab.run("topics rebalance --dry-run")).isEqualTo(Outcome.CHANGES_PENDING);

        assertThat(lab.notes()).contains(" replicas off brokers 1,2,3 ").doesNotContain("uneven");
    }

    @Test
    void what_was_rebalanced_is_left_alone() {
        assertThat(lab.run("topics rebalance")).isEqualTo(Outcome.DONE);

        assertThat(lab.answering().run("topics rebalance")).isEqualTo(Outcome.DONE);
    }

    @Test
    void the_plan_that_is_shown_can_be_kept_for_kafkas_own_tool() throws IOException {
        Path file = folder.resolve("plan.json");

        lab.run("drain 3 --dry-run --topics payments --plan-out " + file);

        assertThat(file)
                .hasContent("{\"version\":1,\"partitions\":["
                        + "{\"topic\":\"payments\",\"partition\":0,\"replicas\":[1,2,13]}]}");
        assertThat(lab.notes()).contains("Written to " + file + ".\n");
    }

    @Test
    void a_drain_that_levels_moves_more_than_it_has_to() {
        lab.run("drain 3 --dry-run --level");

        assertThat(lab.notes()).contains(" replicas off brokers 1,2,3 ");
    }

    @Test
    void a_file_that_is_no_plan_is_not_written_over() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "mine");

        assertThat(lab.problem("topics rebalance --plan-out " + file).what())
                .isEqualTo("it is there already, and it is no plan");
        assertThat(file).hasContent("mine");
    }
}
