package io.kash.commands.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.fake.Workplace;
import io.kash.commands.session.Batch;
import io.kash.commands.verb.Outcome;
import io.kash.surgery.fake.SimulatedCluster;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DryRunTest {
    private final SimulatedCluster cluster = Workplace.oldAndNew();
    private final Workplace lab = Workplace.of(cluster).answering("yes");

    @Test
    void a_dry_run_with_work_to_do_says_so_and_leaves_no_trace() {
        assertThat(lab.run("topics move --to-new --dry-run")).isEqualTo(Outcome.CHANGES_PENDING);

        assertThat(lab.notes()).endsWith("Dry run: nothing was changed.\n");
        assertNoTrace();
    }

    @Test
    void a_dry_run_of_a_whole_script_holds_for_every_change_in_it() {
        Workplace script = lab.with(new Batch(true, Optional.of("lab")));

        assertThat(script.run("topics move --to-new")).isEqualTo(Outcome.CHANGES_PENDING);
        assertThat(script.run("drain 1")).isEqualTo(Outcome.CHANGES_PENDING);
        assertNoTrace();
    }

    @Test
    void a_dry_run_with_nothing_to_do_is_done() {
        assertThat(lab.run("leaders elect --dry-run")).isEqualTo(Outcome.DONE);

        assertThat(lab.notes()).isEqualTo("Nothing to do: every partition is led by its preferred replica.\n");
    }

    @Test
    void a_dry_run_of_what_would_be_refused_is_refused() {
        cluster.without(12);

        assertThat(lab.run("topics move --to-new --dry-run")).isEqualTo(Outcome.REFUSED);
    }

    private void assertNoTrace() {
        assertThat(cluster.effects()).isEmpty();
        assertThat(lab.store().list("")).isEmpty();
        assertThat(lab.questions()).isEmpty();
    }
}
