package io.kash.surgery.traffic;

import io.kash.surgery.environment.Connection;
import io.kash.surgery.operation.Event;
import io.kash.surgery.operation.JournalLine;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.plan.Json;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.traffic.Claim.Verdict;
import io.kash.surgery.traffic.Evidence.HoldFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts the evidence of an operation together from what the store keeps, so that any operator can. */
public final class Dossier {
    private final Json json;

    public Dossier(Json json) {
        this.json = json;
    }

    /** Looks at the store only. */
    public Evidence of(Connection connection, Operation operation) {
        EvidenceStore kept = new EvidenceStore(connection.store(), json, operation.id());
        Optional<Marks> before = kept.before();
        Testimony testimony = kept.testimony()
                .filter(last -> !last.at().isBefore(taken(operation)))
                .orElseGet(() -> unheard(connection, operation, kept));
        return evidence(connection, operation, before, testimony, kept.samples());
    }

    /** What is left to say when the store could not be used: nothing but what stood in the way. */
    Evidence without(Connection connection, Operation operation, boolean finished, List<String> notes) {
        List<Claim> claims = CanaryClaims.of(Optional.empty(), "the evidence could not be put together");
        Testimony testimony =
                new Testimony(operation.last().at(), finished, "", claims, Optional.empty(), Optional.empty(), notes);
        return evidence(connection, operation, Optional.empty(), testimony, List.of());
    }

    private static Evidence evidence(
            Connection connection,
            Operation operation,
            Optional<Marks> before,
            Testimony testimony,
            List<Sample> samples) {
        return new Evidence(
                Evidence.FORMAT,
                operation.id().toString(),
                operation.plan().request().words(),
                connection.environment().name(),
                operation.plan().target().clusterId(),
                operation.hash().hex(),
                operation.begun(),
                before,
                testimony,
                samples,
                Family.of(connection.environment(), before, testimony.after(), samples),
                holds(operation));
    }

    /** When somebody last began to carry it out: an earlier testimony says nothing of what happened since. */
    private static Instant taken(Operation operation) {
        return operation.lines().stream()
                .filter(line -> line.event() instanceof Event.Taken)
                .map(JournalLine::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    /** Its last run has not come to its end with a testimony: nothing is claimed, and what was counted is said. */
    private static Testimony unheard(Connection connection, Operation operation, EvidenceStore kept) {
        Optional<CanaryAccount> account = connection.environment().canary().flatMap(topic -> {
            Reconciliation reconciliation = new Reconciliation(kept.canaryLines());
            return reconciliation.nothingWritten()
                    ? Optional.empty()
                    : Optional.of(reconciliation.account(topic, false, List.of()));
        });
        List<Claim> claims = CanaryClaims.of(account, "no canary has run").stream()
                .map(claim -> claim.broken()
                        ? claim
                        : new Claim(claim.name(), claim.says(), Verdict.NOT_KNOWN, claim.rests(), claim.facts()))
                .toList();
        return new Testimony(
                operation.last().at(),
                operation.status() == Operation.Status.FINISHED,
                ending(operation),
                claims,
                account,
                Optional.empty(),
                List.of());
    }

    private static String ending(Operation operation) {
        return switch (operation.status()) {
            case PLANNED, UNFINISHED -> "it is under way, or its shell died";
            case FINISHED -> "done, and nobody looked at what came of it";
            case STOPPED, CANCELLED -> "stopped, and nobody looked at what came of it";
        };
    }

    private static List<HoldFact> holds(Operation operation) {
        List<HoldFact> facts = new ArrayList<>();
        for (int plan = 0; plan < operation.plans().size(); plan++) {
            Plan one = operation.plans().get(plan);
            for (int hold = 0; hold < one.holds().size(); hold++) {
                facts.add(new HoldFact(one.holds().get(hold).title(), standing(operation, plan, hold)));
            }
        }
        return facts;
    }

    private static String standing(Operation operation, int plan, int hold) {
        if (operation.owed(plan, hold).isPresent()) {
            return "not put back yet";
        }
        boolean found = operation.lines().stream()
                .anyMatch(line ->
                        line.event() instanceof Event.Found event && event.plan() == plan && event.hold() == hold);
        return found ? "put back as found" : "never set";
    }
}
