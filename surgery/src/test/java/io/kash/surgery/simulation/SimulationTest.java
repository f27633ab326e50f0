package io.kash.surgery.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Operations under everything that goes wrong, one seed after the other. What it is: docs/simulation.md. */
class SimulationTest {
    private static final int SHARE_OF_EVERY_BUILD = 600;

    @Test
    void noSeedBreaksWhatMustHold() {
        Optional<Long> single = Optional.ofNullable(Long.getLong("kash.seed"));
        long first = single.orElse(1L);
        long last = single.orElse((long) Integer.getInteger("kash.seeds", SHARE_OF_EVERY_BUILD));
        List<String> broken = new ArrayList<>();
        Map<String, Integer> ends = new TreeMap<>();
        for (long seed = first; seed <= last; seed++) {
            Outcome outcome = new Story(seed, Surgery.AS_IT_IS).tell();
            ends.merge(outcome.kind() + " " + outcome.end().split(" ", 2)[0], 1, Integer::sum);
            if (!outcome.violations().isEmpty()) {
                broken.add(report(seed, outcome));
            }
        }
        assertThat(broken)
                .as("%d seeds of %d; ends: %s", broken.size(), last, ends)
                .isEmpty();
    }

    private static String report(long seed, Outcome outcome) {
        return "seed " + seed + ": " + outcome.violations() + "\n  replay: " + replay(seed) + "\n  "
                + String.join("\n  ", outcome.last()) + "\n";
    }

    private static String replay(long seed) {
        return "mvn -o -pl lab/servers,lab,surgery test -Dtest=SimulationTest -Dsurefire.failIfNoSpecifiedTests=false"
                + " -Dkash.seed=" + seed;
    }

    @Test
    void aSeedIsOneRunByteForByte() {
        for (long seed = 1; seed <= 20; seed++) {
            assertThat(new Story(seed, Surgery.AS_IT_IS).tell()).isEqualTo(new Story(seed, Surgery.AS_IT_IS).tell());
        }
    }
}
