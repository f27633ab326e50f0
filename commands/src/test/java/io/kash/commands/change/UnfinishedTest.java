package io.kash.commands.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.fake.Workplace;
import io.kash.commands.session.Interrupts;
import io.kash.commands.verb.Outcome;
import io.kash.surgery.fake.SimulatedCluster;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** After an operation was left with its throttles set. */
class UnfinishedTest {
    private static final int UNDER_WAY = 8;

    private final SimulatedCluster cluster = Workplace.oldAndNew();
    private Workplace lab = Workplace.of(cluster).answering("yes");
    private String id = "";
    private int pressed;

    @BeforeEach
    void anOperationIsLeft() {
        cluster.onTick(tick -> {
            if (tick == UNDER_WAY) {
                pressed = 2;
            }
        });
        assertThat(lab.with((Interrupts) () -> pressed).run("topics move --to-new --window 1"))
                .isEqualTo(Outcome.INTERRUPTED);
        cluster.onTick(tick -> {});
        id = lab.operation().id().toString();
        lab = lab.answering("yes");
    }

    @Test
    void another_change_is_refused_and_the_way_to_go_on_is_named() {
        assertThat(lab.run("drain 3 --topics orders --dry-run")).isEqualTo(Outcome.REFUSED);

        assertThat(lab.notes())
                .isEqualTo(
                        """
                orders names 1 topic: orders
                Refused, nothing was changed:
                  x operation ID (topics move --to-new) is unfinished and has not put back what it found
                      limit  one operation at a time changes an environment
                      lift   ops resume ID, or throttles restore
                """
                                .replace("ID", id));
    }

    @Test
    void nothing_to_do_does_not_hide_what_was_left() {
        assertThat(lab.run("topics move --to-new --topics nothing-*,orders --dry-run"))
                .isEqualTo(Outcome.REFUSED);

        assertThat(lab.notes()).contains("ops resume " + id);
    }

    @Test
    void once_its_throttles_are_put_back_other_changes_may_begin() {
        assertThat(lab.run("throttles restore")).isEqualTo(Outcome.DONE);

        assertThat(lab.answering("yes").run("topics move --to-new --window 2")).isEqualTo(Outcome.DONE);
        assertThat(cluster.throttles().isEmpty()).isTrue();
    }
}
