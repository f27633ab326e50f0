package io.kash.commands.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.fake.Workplace;
import io.kash.commands.session.Batch;
import io.kash.commands.session.Interrupts;
import io.kash.commands.verb.Outcome;
import io.kash.surgery.coordination.OperationLock;
import io.kash.surgery.environment.Protection;
import io.kash.surgery.fake.SampleEnvironment;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.fake.Surgeon;
import io.kash.surgery.operation.Event;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.operation.OperationId;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Reversal;
import io.kash.surgery.plan.Target;
import io.kash.surgery.problem.Problem;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpsResumeTest {
    private static final int UNDER_WAY = 8;

    private final SimulatedCluster cluster = Workplace.oldAndNew();
    private final Workplace lab = Workplace.of(cluster);
    private int pressed;

    /** An operation whose shell went away with one partition in flight and every throttle set. */
    private String left() {
        cluster.onTick(tick -> {
            if (tick == UNDER_WAY) {
                pressed = 2;
            }
        });
        Outcome outcome = lab.answering("yes").with((Interrupts) () -> pressed).run("topics move --to-new --window 1");
        assertThat(outcome).isEqualTo(Outcome.INTERRUPTED);
        cluster.onTick(tick -> {});
        return lab.operation().id().toString();
    }

    @Test
    void it_shows_the_plan_that_was_approved_and_completes_it() {
        String id = left();

        assertThat(lab.run("ops resume " + id)).isEqualTo(Outcome.DONE);

        assertThat(lab.notes())
                .contains("  ~ move      9 replicas off brokers 1,2,3   114 MiB")
                .contains("  Plan " + id + " · window of 1")
                .endsWith("Going on with operation " + id + ", which was approved.\n");
        assertThat(lab.data())
                .contains("  3 of 3 partitions on the new brokers with every replica in sync\n")
                .endsWith("Done and verified: " + id + " topics move --to-new\n");
        assertThat(cluster.throttles().isEmpty()).isTrue();
        assertThat(lab.operation().status()).isEqualTo(Operation.Status.FINISHED);
    }

    @Test
    void what_arrived_already_is_not_counted_again_in_the_preview() {
        String id = left();

        lab.run("ops resume " + id);

        assertThat(lab.notes()).contains("  11a                1     3      3            0      2      1");
    }

    @Test
    void one_that_is_done_is_nothing_to_do() {
        String id = left();
        lab.run("ops resume " + id);
        int effects = cluster.effects().size();
        Workplace again = lab.answering();

        assertThat(again.run("ops resume " + id)).isEqualTo(Outcome.DONE);

        assertThat(again.notes()).isEqualTo("Nothing to do: operation " + id + " is done.\n");
        assertThat(cluster.effects()).hasSize(effects);
    }

    @Test
    void a_dry_run_only_says_that_it_would_go_on() {
        String id = left();
        int effects = cluster.effects().size();
        Workplace script = lab.with(new Batch(true, Optional.empty()));

        assertThat(script.run("ops resume " + id)).isEqualTo(Outcome.CHANGES_PENDING);

        assertThat(script.notes()).isEqualTo("Dry run: operation " + id + " would go on.\n");
        assertThat(cluster.effects()).hasSize(effects);
    }

    @Test
    void one_that_somebody_carries_out_is_refused() {
        String id = left();
        var unused = lab.store().session().claim("lock", "ben@bastion (12)");

        assertThat(lab.run("ops resume " + id)).isEqualTo(Outcome.REFUSED);

        assertThat(lab.notes()).contains("  x ben@bastion (12) is carrying out an operation in this environment\n");
    }

    @Test
    void a_plan_made_for_another_cluster_never_runs_on_this_one() {
        Workplace unpinned = Workplace.in(
                SampleEnvironment.of("lab", Protection.CONFIRM, "10.0.0.1:9092").done(), cluster);
        Plan here = unpinned.plan(Workplace.toNew());
        Plan elsewhere = new Plan(
                new Target("lab", "another"), here.request(), here.holds(), here.steps(), here.cost(), here.basis());
        OperationId id = stored(unpinned, elsewhere);

        Problem problem = unpinned.problem("ops resume " + id);

        assertThat(problem.kind()).isEqualTo(Problem.Kind.REFUSED);
        assertThat(problem.why()).isEqualTo("it was made for cluster id another, seen is cluster-1");
        assertThat(cluster.effects()).isEmpty();
    }

    private static OperationId stored(Workplace place, Plan plan) {
        try (OperationLock lock = OperationLock.take(place.store(), "ben", Surgeon.CLOCK, () -> 0L)
                .orElseThrow()) {
            return place.room()
                    .operations(place.session().connection())
                    .begin(plan, new Reversal.None("a test"), lock, new Event.Consented("a test"))
                    .id();
        }
    }
}
