package io.kash.commands.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.fake.RecordingScreen;
import io.kash.surgery.traffic.Evidence;
import org.junit.jupiter.api.Test;

class EvidenceLinesTest {
    @Test
    void what_holds_is_counted() {
        assertThat(lines(SampleEvidence.of(SampleEvidence.HOLDS)))
                .isEqualTo(
                        """
                  1 of 1 claim holds
                  canary 1,234 acknowledged, 0 failed, 0 unknown; 1,234 read back; longest acknowledgement 84 ms
                """);
    }

    @Test
    void what_is_broken_stands_in_full_and_what_is_not_known_with_its_first_reason() {
        assertThat(lines(SampleEvidence.of(SampleEvidence.HOLDS, SampleEvidence.OPEN, SampleEvidence.BROKEN)))
                .startsWith(
                        """
                  1 of 3 claims holds · 1 BROKEN · 1 not known
                  not known: no committed offset went back: group web has no committed offset in orders-0 any more, and 1 more
                  BROKEN: every acknowledged record was read back
                    kash-canary-0 lacks 1 acknowledged record of run 6f1c: numbers 3
                    1,233 records of 1,234 acknowledged ones accounted for
                """);
    }

    private static String lines(Evidence evidence) {
        RecordingScreen screen = RecordingScreen.pipe();
        screen.data(EvidenceLines.of(evidence));
        return screen.data();
    }
}
