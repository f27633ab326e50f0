package io.kash.commands.evidence;

import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.operation.Ending;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.traffic.Chronicle;
import io.kash.surgery.traffic.Evidence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where operations get their evidence: a chronicle while they run, files and a few lines at their end. */
public final class EvidenceRoom {
    /** Keeps nothing and says nothing. */
    public static final EvidenceRoom NONE = new EvidenceRoom(Chronicle.Chronicler.NONE, Optional.empty());

    private final Chronicle.Chronicler chronicler;
    private final Optional<EvidenceFiles> files;

    public EvidenceRoom(Chronicle.Chronicler chronicler, EvidenceFiles files) {
        this(chronicler, Optional.of(files));
    }

    private EvidenceRoom(Chronicle.Chronicler chronicler, Optional<EvidenceFiles> files) {
        this.chronicler = chronicler;
        this.files = files;
    }

    /** Begins to watch an operation, before its first effect. Never throws. */
    public Chronicle begin(Connection connection, Operation operation) {
        return chronicler.begin(connection, operation);
    }

    /** Ends the watching and writes what it shows to files. Never throws. */
    public Proof prove(Chronicle chronicle, Ending ending) {
        Optional<Evidence> evidence = chronicle.finish(ending);
        if (evidence.isEmpty()) {
            return Proof.NONE;
        }
        List<Line> lines = new ArrayList<>(EvidenceLines.of(evidence.get()));
        files.ifPresent(where -> lines.add(written(where, evidence.get())));
        return new Proof(lines, evidence.get().testimony().broken());
    }

    private static Line written(EvidenceFiles where, Evidence evidence) {
        try {
            return Line.of("  evidence: ", Role.FAINT).plus(String.join("  ", where.write(evidence)));
        } catch (IOException e) {
            return Line.of("  the evidence could not be written: ", Role.WARNING)
                    .plus(e + "; evidence " + evidence.operation() + " --html <file> writes it elsewhere");
        }
    }

    /**
     * What an operation proves.
     *
     * @param broken whether something that was to hold does not
     */
    public record Proof(List<Line> lines, boolean broken) {
        public static final Proof NONE = new Proof(List.of(), false);

        public Proof {
            lines = List.copyOf(lines);
        }
    }
}
