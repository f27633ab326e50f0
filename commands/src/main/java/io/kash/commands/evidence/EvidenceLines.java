package io.kash.commands.evidence;

import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.view.Units;
import io.kash.surgery.traffic.CanaryAccount;
import io.kash.surgery.traffic.Claim;
import io.kash.surgery.traffic.Claim.Verdict;
import io.kash.surgery.traffic.Evidence;
import io.kash.surgery.traffic.Testimony;
import java.util.ArrayList;
import java.util.List;

/**
 * Evidence in a few lines. What is broken stands in full, what is not known with its first reason:
 *
 * <pre>
 *   11 of 12 claims hold · 1 not known
 *   not known: no committed offset went back: group web has no committed offset in orders-0 any more
 *   canary 1,234 acknowledged, 0 failed, 0 unknown; 1,234 read back; longest acknowledgement 84 ms
 * </pre>
 */
public final class EvidenceLines {
    private EvidenceLines() {}

    public static List<Line> of(Evidence evidence) {
        Testimony testimony = evidence.testimony();
        List<Line> lines = new ArrayList<>();
        lines.add(counts(testimony));
        testimony.claims().forEach(claim -> lines.addAll(reasons(claim)));
        testimony.canary().ifPresent(account -> lines.add(Line.of("  " + canary(account))));
        testimony
                .notes()
                .forEach(note -> lines.add(Line.of("  note: ", Role.WARNING).plus(note)));
        return lines;
    }

    private static Line counts(Testimony testimony) {
        long holds = testimony.count(Verdict.HOLDS);
        long broken = testimony.count(Verdict.BROKEN);
        long open = testimony.count(Verdict.NOT_KNOWN);
        Line line = Line.of(
                "  " + holds + " of " + Units.count(testimony.claims().size(), "claim")
                        + (holds == 1 ? " holds" : " hold"),
                broken + open == 0 ? Role.GOOD : Role.PLAIN);
        if (broken > 0) {
            line = line.plus(" · ").plus(broken + " BROKEN", Role.BAD);
        }
        if (open > 0) {
            line = line.plus(" · ").plus(open + " not known", Role.WARNING);
        }
        return testimony.finished() ? line : line.plus(" · partial: " + testimony.ending());
    }

    private static List<Line> reasons(Claim claim) {
        if (claim.verdict() == Verdict.HOLDS) {
            return List.of();
        }
        Role role = claim.broken() ? Role.BAD : Role.WARNING;
        Line head = Line.of("  " + claim.verdict().words() + ": ", role).plus(claim.says());
        if (!claim.broken()) {
            int more = claim.facts().size() - 1;
            return List.of(
                    claim.facts().isEmpty()
                            ? head
                            : head.plus(": " + claim.facts().get(0)
                                    + (more > 0 ? ", and " + Units.count(more) + " more" : "")));
        }
        List<Line> lines = new ArrayList<>();
        lines.add(head);
        claim.facts().forEach(fact -> lines.add(Line.of("    " + fact)));
        return lines;
    }

    /** {@code canary 1,234 acknowledged, 0 failed, 0 unknown; 1,234 read back; longest acknowledgement 84 ms}. */
    public static String canary(CanaryAccount account) {
        return "canary " + Units.count(account.acknowledged()) + " acknowledged, "
                + Units.count(account.failed()) + " failed, "
                + Units.count(account.unknown()) + " unknown; "
                + (account.readBack() ? Units.count(account.accountedFor()) + " read back" : "not read back whole")
                + "; longest acknowledgement " + Units.count(account.slowestMillis()) + " ms";
    }
}
