package io.kash.commands.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.fake.FakePrompter;
import io.kash.commands.fake.Workplace;
import io.kash.commands.verb.Outcome;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.kafka.Throttles;
import org.junit.jupiter.api.Test;

class StaleTest {
    private final SimulatedCluster cluster = Workplace.oldAndNew();
    private final Workplace lab = Workplace.of(cluster);

    private Workplace meanwhile(Runnable change) {
        return lab.with(FakePrompter.answeringWhile(change, "yes"));
    }

    @Test
    void what_moved_between_preview_and_consent_makes_the_plan_stale_and_the_new_one_is_shown() {
        String before = lab.hash(Workplace.toNew());
        Workplace place = meanwhile(() -> cluster.withTopic("invoices", 1, 5_000_000, 1, 2, 3));

        assertThat(place.run("topics move --to-new")).isEqualTo(Outcome.STALE);

        assertThat(place.notes())
                .contains("Plan " + before)
                .contains("The cluster has changed since the preview. Nothing was changed.\nThe plan would now be:\n")
                .contains("~ move      12 replicas off brokers 1,2,3")
                .contains("Plan " + lab.hash(Workplace.toNew()));
        assertNothingWasDone();
    }

    @Test
    void a_throttle_that_somebody_set_meanwhile_makes_it_stale() {
        Workplace place = meanwhile(() -> cluster.set(1, Throttles.LEADER_RATE, "5"));

        assertThat(place.run("topics move --to-new")).isEqualTo(Outcome.STALE);
        assertNothingWasDone();
    }

    @Test
    void work_that_somebody_else_did_meanwhile_leaves_nothing_to_do() {
        Workplace place = meanwhile(() -> cluster.withoutTopic("orders").withoutTopic("payments"));

        assertThat(place.run("topics move --to-new")).isEqualTo(Outcome.STALE);

        assertThat(place.notes())
                .endsWith(
                        """
                The cluster has changed since the preview. Nothing was changed.
                There is nothing left to do: every replica is where it should be.
                """);
        assertNothingWasDone();
    }

    @Test
    void a_broker_that_went_down_meanwhile_is_a_refusal() {
        Workplace place = meanwhile(() -> cluster.without(13));

        assertThat(place.run("topics move --to-new")).isEqualTo(Outcome.REFUSED);

        assertThat(place.notes()).contains("  x broker 13 is not registered\n");
        assertNothingWasDone();
    }

    @Test
    void sizes_that_grow_do_not_make_it_stale() {
        Workplace place = meanwhile(() -> cluster.grow("orders", 11_000_000));

        assertThat(place.run("topics move --to-new")).isEqualTo(Outcome.DONE);
    }

    @Test
    void somebody_who_began_meanwhile_is_named() {
        Workplace place = meanwhile(() -> {
            var unused = lab.store().session().claim("lock", "ben@bastion (12)");
        });

        assertThat(place.run("topics move --to-new")).isEqualTo(Outcome.REFUSED);

        assertThat(place.notes())
                .endsWith(
                        """
                Refused, nothing was changed:
                  x ben@bastion (12) is carrying out an operation in this environment
                      limit  one operation at a time changes an environment
                      lift   ops list shows it; wait for its end
                """);
        assertNothingWasDone();
    }

    private void assertNothingWasDone() {
        assertThat(cluster.effects()).isEmpty();
        assertThat(lab.operations()).isEmpty();
    }
}
