package io.kash.surgery.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The first shell dies before or after every write and every effect there is, one after the other, and others go on. */
class DeathAtEveryPointTest {
    private static final long SEED = 4;

    @ParameterizedTest
    @EnumSource(names = {"MOVE", "DRAIN", "UNDO", "ASSIGN"})
    void whereverAShellDiesTheNextOneCompletesItAndNothingIsDoneTwice(Story.Kind kind) {
        int point = 1;
        int points;
        do {
            Story story = Story.ofOneDeath(SEED, kind, point);
            Outcome outcome = story.tell();
            assertThat(outcome.violations())
                    .as("%s, death at point %d; the last events: %s", kind, point, String.join("\n", outcome.last()))
                    .isEmpty();
            assertThat(outcome.end()).as("%s, death at point %d", kind, point).isEqualTo("FINISHED");
            points = story.points();
            point++;
        } while (point <= points);
        assertThat(point).as("points tried").isGreaterThan(60);
    }
}
