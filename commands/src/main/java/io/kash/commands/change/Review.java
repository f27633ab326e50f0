package io.kash.commands.change;

import io.kash.commands.session.Session;
import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.verb.Outcome;
import io.kash.commands.view.Frame;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.pairing.Pairing;
import io.kash.surgery.pairing.Petition;
import io.kash.surgery.pairing.Verdict;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Proposal;
import io.kash.surgery.plan.Reversal;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.problem.Problem;
import java.time.Instant;

/**
 * The second operator's look at a plan. It is shown from the plan itself, hashed here, against the cluster as seen from
 * here; nothing the driver's shell has written about it is shown.
 */
public final class Review {
    private final OperatingRoom room;
    private final Session session;
    private final Connection connection;
    private final Pairing pairing;

    public Review(OperatingRoom room, Session session, Connection connection) {
        this.room = room;
        this.session = session;
        this.connection = connection;
        this.pairing = room.pairing(connection);
    }

    /**
     * Shows the plan, asks, and signs.
     *
     * @param all fold nothing
     */
    public Outcome approve(Petition petition, boolean all) {
        Me me = Me.in(room, connection);
        requireAnother(petition, me);
        Plan plan = pairing.plan(petition);
        Snapshot now = connection.observer().read(plan.request().scope());
        room.verify(connection, now.part(Cluster.class).id());
        room.verify(plan, now.part(Cluster.class).id());
        show(petition, plan, now, all);
        if (!fresh(plan, now)) {
            session.screen()
                    .note(Line.of("Not approved: the cluster asks for another plan by now. ", Role.WARNING)
                            .plus(petition.driver() + " has to plan anew."));
            return Outcome.STALE;
        }
        String environment = connection.environment().name();
        boolean agreed = session.prompter().interactive()
                && session.prompter()
                        .ask("This lets " + petition.driver() + " change " + environment
                                + ". Type the environment's name to approve: ")
                        .filter(environment::equals)
                        .isPresent();
        if (!agreed) {
            session.screen()
                    .note(Line.of("Not approved: no consent was given. To refuse it: veto "
                            + petition.hash().brief()));
            return Outcome.DECLINED;
        }
        pairing.say(verdict(petition, me, true, ""), petition, me.key());
        session.screen()
                .note(Line.of("Approved: ", Role.GOOD)
                        .plus("plan " + petition.hash().brief() + " of " + petition.driver()
                                + ". To see it run: ops list, ops watch"));
        return Outcome.DONE;
    }

    /** Refuses the plan; its driver's shell says so at once. */
    public Outcome veto(Petition petition, String reason) {
        Me me = Me.in(room, connection);
        pairing.say(verdict(petition, me, false, reason), petition, me.key());
        session.screen()
                .note(Line.of("Vetoed: ", Role.WARNING)
                        .plus("plan " + petition.hash().brief() + " of " + petition.driver() + "."));
        return Outcome.DONE;
    }

    /** Before anything is shown or asked; signing checks it once more. */
    private void requireAnother(Petition petition, Me me) {
        if (petition.driver().equals(me.name())) {
            throw new Problem(
                            Problem.Kind.NOT_AUTHORISED,
                            "nobody approves their own plan",
                            petition.environment(),
                            me.name() + " drives it",
                            "another operator of this environment can approve it")
                    .asException();
        }
    }

    private void show(Petition petition, Plan plan, Snapshot now, boolean all) {
        session.screen()
                .note(Line.of("Plan of " + petition.driver() + ", " + petition.from() + ": " + petition.title()));
        Reversal wayBack =
                room.repertoire().undo(room.json(), connection.environment().name(), plan.request(), now);
        session.screen()
                .note(new PlanView(room.json(), connection.environment(), Frame.of(session.screen(), all))
                        .lines(plan, now, wayBack));
        session.screen().note(Line.of("  Its whole hash: " + petition.hash().hex(), Role.FAINT));
    }

    private boolean fresh(Plan plan, Snapshot now) {
        Proposal again =
                room.repertoire().plan(room.json(), connection.environment().name(), plan.request(), now);
        return again instanceof Proposal.Proposed proposed
                && proposed.plan().basis().equals(plan.basis());
    }

    private Verdict verdict(Petition petition, Me me, boolean approved, String reason) {
        Instant now = room.clock().instant();
        return new Verdict(
                petition.hash(),
                petition.environment(),
                petition.clusterId(),
                petition.nonce(),
                me.name(),
                room.self().shell(),
                approved,
                reason,
                now,
                petition.expires(),
                "");
    }
}
