package io.kash.commands.change;

import io.kash.commands.change.Consent.Answer;
import io.kash.commands.session.Session;
import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.terminal.Screen;
import io.kash.commands.verb.Outcome;
import io.kash.commands.view.Units;
import io.kash.surgery.coordination.Store;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.operation.Event;
import io.kash.surgery.pairing.Pairing;
import io.kash.surgery.pairing.Petition;
import io.kash.surgery.pairing.Verdict;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Lays a plan before the other operators and waits for a verdict. A veto counts more than an approval. The petition goes
 * away with this shell, and an approval is worth nothing to another.
 */
final class SecondOperator {
    /** An approval is for what was just seen: longer than this, and the plan is made anew. */
    private static final Duration WAITS = Duration.ofMinutes(15);

    private static final Duration TICK = Duration.ofMillis(500);

    private final OperatingRoom room;
    private final Session session;
    private final Connection connection;
    private final Pairing pairing;

    SecondOperator(OperatingRoom room, Session session, Connection connection) {
        this.room = room;
        this.session = session;
        this.connection = connection;
        this.pairing = room.pairing(connection);
    }

    Answer await(Plan plan) {
        Me me = Me.in(room, connection);
        TreeSet<String> others = new TreeSet<>(room.roster(connection).keys().keySet());
        others.remove(me.name());
        if (others.isEmpty()) {
            throw new Problem(
                            Problem.Kind.NOT_AUTHORISED,
                            "nobody else could approve this",
                            connection.environment().name(),
                            me.name() + " is its only operator",
                            "add the key of a second operator to the environments file")
                    .asException();
        }
        Petition petition = petition(plan, me.name());
        try (Store.Session lease = connection.store().session()) {
            if (!pairing.submit(lease, plan, petition, me.key())) {
                throw new Problem(
                                Problem.Kind.REFUSED,
                                "this very plan waits for an approval already",
                                connection.environment().name(),
                                "another shell has submitted it",
                                "approvals list")
                        .asException();
            }
            return verdict(petition, String.join(" or ", others));
        } finally {
            session.screen().endProgress();
        }
    }

    private Petition petition(Plan plan, String driver) {
        Instant now = room.clock().instant();
        return new Petition(
                room.json().hash(plan),
                plan.target().environment(),
                plan.target().clusterId(),
                plan.request().words(),
                driver,
                room.operator(),
                UUID.randomUUID().toString(),
                now,
                now.plus(WAITS),
                "");
    }

    private Answer verdict(Petition petition, String others) {
        String brief = petition.hash().brief();
        screen().note(Line.of("It waits for another operator, who types: ").plus("approve " + brief, Role.STRONG));
        while (session.interrupts().count() == 0) {
            Instant now = room.clock().instant();
            if (!now.isBefore(petition.expires())) {
                screen().note(Line.of("Nothing was changed: nobody approved plan " + brief + " in time."));
                return new Answer.Withheld(Outcome.NOT_AUTHORISED);
            }
            Optional<Answer> said = said(pairing.verdicts(petition, now), petition);
            if (said.isPresent()) {
                return said.get();
            }
            screen().progress(Line.of("Plan " + brief + " waits for " + others + " · "
                    + Units.duration(Duration.between(petition.at(), now)) + " of " + Units.duration(WAITS)
                    + " · Ctrl-C withdraws it"));
            room.ticker().pause(TICK);
        }
        screen().note(Line.of("Nothing was changed: the plan was withdrawn."));
        return new Answer.Withheld(Outcome.DECLINED);
    }

    private Optional<Answer> said(List<Verdict> verdicts, Petition petition) {
        Optional<Verdict> veto =
                verdicts.stream().filter(verdict -> !verdict.approved()).findFirst();
        if (veto.isPresent()) {
            String reason = veto.get().reason();
            screen().note(Line.of("Nothing was changed: ", Role.WARNING)
                    .plus(veto.get().approver() + " vetoed it" + (reason.isEmpty() ? "." : ": " + reason)));
            return Optional.of(new Answer.Withheld(Outcome.DECLINED));
        }
        if (verdicts.isEmpty() || !pairing.use(verdicts.get(0))) {
            return Optional.empty();
        }
        Verdict verdict = verdicts.get(0);
        screen().note(Line.of("Approved by " + verdict.approver() + ".", Role.GOOD));
        return Optional.of(new Answer.Given(new Event.Approved(
                verdict.approver(), petition.driver(), verdict.nonce(), verdict.expires(), verdict.signature())));
    }

    private Screen screen() {
        return session.screen();
    }
}
