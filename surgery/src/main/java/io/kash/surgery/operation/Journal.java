package io.kash.surgery.operation;

import io.kash.surgery.coordination.Fence;
import io.kash.surgery.coordination.FencedException;
import io.kash.surgery.coordination.Log;
import io.kash.surgery.plan.Digest;
import io.kash.surgery.plan.Json;
import io.kash.surgery.problem.Problem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * What an operation meant to do, did and saw, line by line, each chained to the one before by its hash. A line is in the
 * store before its effect is sent.
 */
public final class Journal {
    private final Log log;
    private final Json json;
    private final Clock clock;
    private final String where;
    private final List<JournalLine> lines;
    private String previous;

    private Journal(Log log, Json json, Clock clock, String where, List<JournalLine> lines, String previous) {
        this.log = log;
        this.json = json;
        this.clock = clock;
        this.where = where;
        this.lines = lines;
        this.previous = previous;
    }

    /**
     * Reads a journal, empty when there is none yet.
     *
     * @throws io.kash.surgery.problem.ProblemException when the chain is broken or a line is of a newer version
     */
    static Journal open(Log log, Json json, Clock clock, String where) {
        List<JournalLine> lines = new ArrayList<>();
        String previous = "";
        for (String text : log.lines()) {
            JournalLine line = json.read(text, JournalLine.class, where + ", line " + (lines.size() + 1));
            if (!line.previous().equals(previous) || line.seq() != lines.size() + 1) {
                throw new Problem(
                                Problem.Kind.REFUSED,
                                "the journal is not as it was written",
                                where + ", line " + (lines.size() + 1),
                                "a line was changed, lost or added: its chain of hashes is broken",
                                "look at the cluster with reassignments list and throttles list")
                        .asException();
            }
            lines.add(line);
            previous = hash(json, text);
        }
        return new Journal(log, json, clock, where, lines, previous);
    }

    /**
     * Appends one line and returns when it is stored.
     *
     * @throws FencedException when somebody else has written since
     */
    void write(Fence fence, Event event) {
        JournalLine line = new JournalLine(lines.size() + 1, clock.instant(), fence.number(), previous, event);
        String text = json.write(line);
        if (!log.append(text)) {
            throw new FencedException("somebody else has written to " + where);
        }
        lines.add(line);
        previous = hash(json, text);
    }

    public List<JournalLine> lines() {
        return List.copyOf(lines);
    }

    private static String hash(Json json, String text) {
        Digest digest = json.digest(text);
        return digest.hex();
    }
}
