package io.kash.surgery.operation;

import io.kash.surgery.coordination.Fence;
import io.kash.surgery.coordination.FencedException;
import io.kash.surgery.coordination.Log;
import io.kash.surgery.coordination.StoreUnavailable;
import io.kash.surgery.plan.Digest;
import io.kash.surgery.plan.Json;
import io.kash.surgery.problem.Problem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What an operation meant to do, did and saw, line by line, each chained to the one before by its hash. A line is in the
 * store before its effect is sent.
 */
public final class Journal {
    private final Supplier<Log> reopen;
    private final Json json;
    private final Clock clock;
    private final String where;
    private final List<JournalLine> lines;
    private Log log;
    private String previous;
    private Optional<Written> unsettled = Optional.empty();

    /** A line, and its text as it goes into the store. */
    private record Written(JournalLine line, String text) {}

    private Journal(
            Supplier<Log> reopen,
            Log log,
            Json json,
            Clock clock,
            String where,
            List<JournalLine> lines,
            String previous) {
        this.reopen = reopen;
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
    static Journal open(Supplier<Log> reopen, Json json, Clock clock, String where) {
        Log log = reopen.get();
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
        return new Journal(reopen, log, json, clock, where, lines, previous);
    }

    /**
     * Appends one line and returns when it is stored. The fence is checked first, but for an answer: it is a fact
     * whoever holds the lock by now. A shell that slept must not begin, or put its findings into, a journal that is its
     * alone and so knows no second writer.
     *
     * @throws FencedException when the lock is lost, or somebody else has written since
     * @throws StoreUnavailable when there is no telling whether it is stored; writing the same event again finds out
     */
    void write(Fence fence, Event event) {
        if (settle() && lines.get(lines.size() - 1).event().equals(event)) {
            return;
        }
        if (!(event instanceof Event.Answered)) {
            fence.check();
        }
        JournalLine line = new JournalLine(lines.size() + 1, clock.instant(), fence.number(), previous, event);
        Written written = new Written(line, json.write(line));
        try {
            if (!log.append(written.text())) {
                throw new FencedException("somebody else has written to " + where);
            }
        } catch (StoreUnavailable e) {
            unsettled = Optional.of(written);
            throw e;
        }
        add(written);
    }

    /** True when the line of which nothing was known turns out to be stored. */
    private boolean settle() {
        if (unsettled.isEmpty()) {
            return false;
        }
        Written written = unsettled.get();
        log = reopen.get();
        unsettled = Optional.empty();
        List<String> stored = log.lines();
        boolean there = stored.size() > lines.size() && stored.get(lines.size()).equals(written.text());
        if (stored.size() != lines.size() + (there ? 1 : 0)) {
            // Reopening must not make this shell the next writer after lines it has not read.
            throw new FencedException("somebody else has written to " + where);
        }
        if (there) {
            add(written);
        }
        return there;
    }

    private void add(Written written) {
        lines.add(written.line());
        previous = hash(json, written.text());
    }

    public List<JournalLine> lines() {
        return List.copyOf(lines);
    }

    private static String hash(Json json, String text) {
        Digest digest = json.digest(text);
        return digest.hex();
    }
}
