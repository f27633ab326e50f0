package io.kash.commands.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.evidence.EvidenceRoom;
import io.kash.commands.fake.Workplace;
import io.kash.commands.terminal.Line;
import io.kash.commands.view.Frame;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.plan.Snapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the last lines of an operation say whether everything held. */
class ProofTest {
    private final Workplace lab = Workplace.of(Workplace.oldAndNew()).answering("yes");

    @Test
    void with_every_claim_held_it_is_done_and_verified() {
        List<String> lines = lines(new EvidenceRoom.Proof(List.of(Line.of("  12 of 12 claims hold")), false));

        assertThat(lines).endsWith("  12 of 12 claims hold", "Done and verified: " + title());
    }

    @Test
    void with_a_broken_claim_it_is_never_called_verified() {
        List<String> lines = lines(new EvidenceRoom.Proof(List.of(Line.of("  BROKEN: …")), true));

        assertThat(lines)
                .endsWith("  BROKEN: …", "Done, and not everything held that was to hold: " + title())
                .noneMatch(line -> line.contains("verified"));
    }

    private List<String> lines(EvidenceRoom.Proof proof) {
        if (lab.operations().isEmpty()) {
            lab.run("topics move --to-new");
        }
        Snapshot after = lab.cluster().snapshot();
        return new EvidenceView(Frame.UNBOUNDED)
                .lines(operation(), after, proof).stream().map(Line::text).toList();
    }

    private Operation operation() {
        return lab.operation();
    }

    private String title() {
        return operation().id() + " topics move --to-new";
    }
}
