package io.kash.commands.change;

import io.kash.commands.evidence.EvidenceRoom;
import io.kash.commands.plan.PlanOutput;
import io.kash.commands.session.Session;
import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.terminal.Screen;
import io.kash.commands.verb.Outcome;
import io.kash.commands.view.Frame;
import io.kash.commands.view.Units;
import io.kash.surgery.coordination.FencedException;
import io.kash.surgery.coordination.OperationLock;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.environment.Protection;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.operation.Control;
import io.kash.surgery.operation.ControlRecord;
import io.kash.surgery.operation.Ending;
import io.kash.surgery.operation.Event;
import io.kash.surgery.operation.Mirror;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.operation.OperationId;
import io.kash.surgery.operation.Runner;
import io.kash.surgery.operation.Witnesses;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Proposal;
import io.kash.surgery.plan.Request;
import io.kash.surgery.plan.Reversal;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.traffic.Chronicle;
import io.kash.surgery.traffic.Governor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The one way: observe, plan, show, consent, operate, prove. A dry run is the same way, left after the preview. What was
 * shown is the object that runs.
 */
public final class Procedure {
    private static final Duration HOLDER_TICK = Duration.ofMillis(500);

    private final OperatingRoom room;
    private final Session session;
    private final Connection connection;

    public Procedure(OperatingRoom room, Session session, Connection connection) {
        this.room = room;
        this.session = session;
        this.connection = connection;
    }

    /**
     * On what terms a request is performed.
     *
     * @param dryRun stop after the preview
     * @param all fold nothing
     * @param confirmed the environment named beforehand
     * @param alone why one operator is enough where two are wanted
     * @param putsRight whether it only takes back or puts back: an unfinished operation is no obstacle, and nobody else
     *     has to approve
     * @param planOut where the plan that was shown is kept
     * @param questions asked before the consent itself
     */
    record Terms(
            boolean dryRun,
            boolean all,
            Optional<String> confirmed,
            Optional<String> alone,
            boolean putsRight,
            Optional<PlanOutput> planOut,
            Supplier<List<Question>> questions) {}

    /** @param glance what was looked at to understand the words */
    Outcome perform(Request request, Glance glance, Terms terms) {
        Snapshot before = verified(glance.at(request.scope()));
        Proposal proposal = plan(request, before);
        List<Finding> obstacles = new Obstacles(room, connection).find(terms.putsRight());
        if (proposal instanceof Proposal.Refused || !obstacles.isEmpty()) {
            return refuse(obstacles, proposal);
        }
        if (proposal instanceof Proposal.NothingToDo nothing) {
            screen().note(Line.of("Nothing to do: " + nothing.why() + "."));
            return Outcome.DONE;
        }
        Plan plan = ((Proposal.Proposed) proposal).plan();
        show(plan, before, wayBack(request, before), terms.all());
        terms.planOut().ifPresent(output -> keep(plan, output));
        if (terms.dryRun()) {
            screen().note(Line.of("Dry run: nothing was changed."));
            return Outcome.CHANGES_PENDING;
        }
        Consent.Answer answer = consent(plan, terms);
        if (answer instanceof Consent.Answer.Withheld withheld) {
            return withheld.outcome();
        }
        Event how = ((Consent.Answer.Given) answer).event();
        Reversal wayBack = wayBack(request, before);
        return underLock(lock -> stillFree(terms)
                .or(() -> checkAgain(plan, terms))
                .orElseGet(
                        () -> operate(room.operations(connection).begin(plan, wayBack, lock, how), lock, terms.all())));
    }

    /** One operator's consent, or two operators'. */
    private Consent.Answer consent(Plan plan, Terms terms) {
        Consent consent = new Consent(session, connection.environment());
        boolean pair = connection.environment().protection() == Protection.PAIR && !terms.putsRight();
        List<Question> questions = terms.questions().get();
        if (terms.alone().isPresent()) {
            return consent.breakGlass(terms.alone().get(), room.operator(), questions, pair);
        }
        return pair
                ? consent.ofTwo(terms.confirmed(), questions, new SecondOperator(room, session, connection), plan)
                : consent.ask(terms.confirmed(), questions);
    }

    /**
     * Goes on with an operation that was left. The cluster it was planned for must be the one that is there. It is read
     * anew under the lock: somebody else may have gone on with it meanwhile.
     */
    public Outcome resume(Operation left, boolean all) {
        Plan plan = left.plan();
        Snapshot now = observe(plan.request());
        room.verify(plan, now.part(Cluster.class).id());
        show(plan, now, left.wayBack(), all);
        screen().note(Line.of("Going on with operation " + left.id() + ", which was approved."));
        return onceFree(lock -> {
            control(left.id()).change(before -> before.with(Control.Wish.RUN, room.operator() + " resumed it"));
            return operate(room.operations(connection).open(left.id()), lock, all);
        });
    }

    /**
     * Takes back what an operation has in flight, where that is safe, lets the rest finish, and puts back what it found.
     * What it has done stays: undoing that is a plan of its own. Whoever carries it out does it; if nobody does, this
     * shell.
     */
    public Outcome cancel(Operation left, Optional<String> confirmed) {
        room.verify(
                left.plan(), observe(left.plan().request()).part(Cluster.class).id());
        screen().note(CancelView.outlook(left));
        Consent.Answer answer = new Consent(session, connection.environment()).ask(confirmed, List.of());
        if (answer instanceof Consent.Answer.Withheld withheld) {
            return withheld.outcome();
        }
        Runnable ask = () -> control(left.id())
                .change(before -> before.with(Control.Wish.CANCEL, room.operator() + " cancelled it"));
        Optional<String> holder = OperationLock.holder(connection.store());
        if (holder.isPresent()) {
            ask.run();
            screen().note(Line.of(holder.get() + " carries it out and cancels it now: ops watch " + left.id()));
            return Outcome.DONE;
        }
        return onceFree(lock -> {
            ask.run();
            return operate(room.operations(connection).open(left.id()), lock, false);
        });
    }

    private ControlRecord control(OperationId operation) {
        return new ControlRecord(connection.store(), room.json(), operation);
    }

    private Snapshot observe(Request request) {
        return verified(connection.observer().read(request.scope()));
    }

    private Snapshot verified(Snapshot seen) {
        room.verify(connection, seen.part(Cluster.class).id());
        return seen;
    }

    private Proposal plan(Request request, Snapshot snapshot) {
        return room.repertoire().plan(room.json(), connection.environment().name(), request, snapshot);
    }

    private Reversal wayBack(Request request, Snapshot before) {
        return room.repertoire().undo(room.json(), connection.environment().name(), request, before);
    }

    private void show(Plan plan, Snapshot before, Reversal wayBack, boolean all) {
        screen().note(new PlanView(room.json(), connection.environment(), Frame.of(screen(), all))
                .lines(plan, before, wayBack));
        if (!connection.store().shared()) {
            screen().note(Line.of(
                    "  Its journal is kept on this machine: nobody else can see or resume it.", Role.FAINT));
        }
    }

    private void keep(Plan plan, PlanOutput output) {
        output.write(out -> new ReassignmentFile(plan).write(out));
        screen().note(Line.of("Written to " + output.file() + "."));
    }

    private Outcome refuse(List<Finding> obstacles, Proposal proposal) {
        List<Finding> refusals = new ArrayList<>(obstacles);
        if (proposal instanceof Proposal.Refused refused) {
            refusals.addAll(refused.refusals());
        }
        screen().note(RefusalView.lines(refusals));
        return Outcome.REFUSED;
    }

    /** Somebody may have begun, and left, an operation while this one was read and consented to. */
    private Optional<Outcome> stillFree(Terms terms) {
        List<Finding> left = new Obstacles(room, connection).left(terms.putsRight());
        if (left.isEmpty()) {
            return Optional.empty();
        }
        screen().note(RefusalView.lines(left));
        return Optional.of(Outcome.REFUSED);
    }

    /** What was consented to is what runs, or nothing does. */
    private Optional<Outcome> checkAgain(Plan plan, Terms terms) {
        Snapshot now = observe(plan.request());
        Proposal again = plan(plan.request(), now);
        if (again instanceof Proposal.Proposed proposed
                && proposed.plan().basis().equals(plan.basis())) {
            return Optional.empty();
        }
        screen().note(Line.of("The cluster has changed since the preview. Nothing was changed.", Role.WARNING));
        if (again instanceof Proposal.Proposed proposed) {
            screen().note(Line.of("The plan would now be:"));
            show(proposed.plan(), now, wayBack(plan.request(), now), terms.all());
        } else if (again instanceof Proposal.NothingToDo nothing) {
            screen().note(Line.of("There is nothing left to do: " + nothing.why() + "."));
        } else {
            return Optional.of(refuse(List.of(), again));
        }
        return Optional.of(Outcome.STALE);
    }

    /** A shell that died holds its operation for a while yet: what it left is taken over once it is free. */
    private Outcome onceFree(Function<OperationLock, Outcome> work) {
        Duration lapse = connection.store().lapse();
        OperationLock.holder(connection.store())
                .filter(holder -> !lapse.isZero())
                .ifPresent(holder -> screen().note(Line.of(holder + " holds the operation lock in "
                        + connection.store().place() + ". If that shell is gone, its hold ends within "
                        + Units.duration(lapse) + "; Ctrl-C gives up waiting.")));
        Optional<OperationLock> taken =
                OperationLock.takeOver(connection.store(), room.operator(), room.clock(), room.nanoTime(), () -> {
                    room.ticker().pause(HOLDER_TICK);
                    return session.interrupts().count() == 0;
                });
        return underLock(taken, work);
    }

    private Outcome underLock(Function<OperationLock, Outcome> work) {
        return underLock(OperationLock.take(connection.store(), room.operator(), room.clock(), room.nanoTime()), work);
    }

    private Outcome underLock(Optional<OperationLock> taken, Function<OperationLock, Outcome> work) {
        if (taken.isEmpty()) {
            screen().note(RefusalView.lines(List.of(
                    Obstacles.held(OperationLock.holder(connection.store()).orElse("somebody")))));
            return Outcome.REFUSED;
        }
        try (OperationLock lock = taken.get()) {
            return work.apply(lock);
        } catch (FencedException e) {
            throw new Problem(
                            Problem.Kind.REFUSED,
                            "this shell no longer holds the operation",
                            connection.environment().name(),
                            String.valueOf(e.getMessage()),
                            "ops list shows who does")
                    .asException(e);
        }
    }

    private Outcome operate(Operation operation, OperationLock lock, boolean all) {
        operation.take(lock, room.operator());
        Runner runner = room.runner(connection);
        ProgressLine progress = new ProgressLine(
                operation.id() + " " + operation.plan().request().words(), screen());
        Mirror mirror = new Mirror(connection.store(), room.json(), operation);
        Wishes wishes = new Wishes(
                session.interrupts(),
                control(operation.id()),
                new Company(room, connection, operation),
                room.nanoTime());
        Ending ending;
        EvidenceRoom.Proof proof;
        try (Chronicle chronicle = room.evidence().begin(connection, operation)) {
            Governor governor = new Governor(
                    wishes, chronicle.clients(), connection.observer(), operation, Governor.LEAST_BYTES_PER_SECOND);
            ending = runner.run(operation, lock, governor, new Witnesses(governor, progress, mirror));
            screen().endProgress();
            proof = room.evidence().prove(chronicle, ending);
        }
        if (ending instanceof Ending.Finished finished) {
            screen().data(new EvidenceView(Frame.of(screen(), all)).lines(operation, finished.after(), proof));
            return proof.broken() ? Outcome.FAILED : Outcome.DONE;
        }
        screen().note(proof.lines());
        if (ending instanceof Ending.Cancelled cancelled) {
            screen().note(UnfinishedView.cancelled(operation, cancelled.why()));
            return Outcome.DONE;
        }
        boolean left = ending instanceof Ending.Left;
        String why = left ? ((Ending.Left) ending).why() : ((Ending.Stopped) ending).why();
        screen().note(UnfinishedView.lines(operation, left, why));
        return left && session.interrupts().count() > 1 ? Outcome.INTERRUPTED : Outcome.PARTLY_DONE;
    }

    private Screen screen() {
        return session.screen();
    }
}
