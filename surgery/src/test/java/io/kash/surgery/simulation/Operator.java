package io.kash.surgery.simulation;

import io.kash.surgery.coordination.Fence;
import io.kash.surgery.coordination.FencedException;
import io.kash.surgery.coordination.OperationLock;
import io.kash.surgery.coordination.Store;
import io.kash.surgery.coordination.StoreUnavailable;
import io.kash.surgery.operation.Control;
import io.kash.surgery.operation.ControlRecord;
import io.kash.surgery.operation.Ending;
import io.kash.surgery.operation.Event;
import io.kash.surgery.operation.Mirror;
import io.kash.surgery.operation.Observer;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.operation.OperationId;
import io.kash.surgery.operation.Operations;
import io.kash.surgery.operation.Repertoire;
import io.kash.surgery.operation.Runner;
import io.kash.surgery.operation.Witnesses;
import io.kash.surgery.plan.Hold;
import io.kash.surgery.plan.Json;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Proposal;
import io.kash.surgery.plan.Request;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.problem.ProblemException;
import io.kash.surgery.throttle.ReplicationThrottle;
import io.kash.surgery.throttle.RestoreRequest;
import io.kash.surgery.throttle.RestoreThrottle;
import io.kash.surgery.traffic.Clients;
import io.kash.surgery.traffic.Governor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** What an operator does at one shell: the one way of every command, without a screen. */
final class Operator {
    private static final String ENVIRONMENT = "lab";
    private static final long FRESH_MILLIS = 500;

    /** How a command ended. */
    enum Result {
        FINISHED,
        STOPPED,
        CANCELLED,
        LEFT,
        REFUSED,
        NOTHING_TO_DO,
        HELD,
        STALE,
        TROUBLE
    }

    private final Shell shell;
    private final Surgery surgery;
    private final Repertoire repertoire;
    private final Json json = Surgery.json();
    private final Store store;
    private final Observer eyes;
    private Optional<Result> result = Optional.empty();
    private String why = "";
    private boolean counted;

    Operator(Shell shell, Surgery surgery, SimStore servers) {
        this.shell = shell;
        this.surgery = surgery;
        this.repertoire = surgery.repertoire().get();
        this.store = surgery.store().apply(new ShellStore(shell, servers));
        this.eyes = surgery.eyes().apply(new ShellEyes(shell));
    }

    Shell shell() {
        return shell;
    }

    /** Empty while it works, and for ever when its shell died. */
    Optional<Result> result() {
        return result;
    }

    String why() {
        return why;
    }

    /** Whether the story has heard its answer. */
    boolean counted() {
        return counted;
    }

    void count() {
        counted = true;
    }

    /** Carries a command out to its end; what goes wrong outside of an operation ends the command. */
    void run(Supplier<Result> command) {
        try {
            result = Optional.of(command.get());
        } catch (ProblemException e) {
            why = e.problem().what();
            result = Optional.of(Result.TROUBLE);
        } catch (FencedException e) {
            why = String.valueOf(e.getMessage());
            result = Optional.of(Result.LEFT);
        } finally {
            shell.end();
        }
        shell.say(result.map(Enum::name).orElse("") + " " + why);
    }

    Result perform(Request request) {
        Proposal proposal = plan(request);
        if (obstructed(request)) {
            return ended(Result.REFUSED, "another operation is unfinished");
        }
        if (proposal instanceof Proposal.Refused refused) {
            return ended(Result.REFUSED, refused.refusals().toString());
        }
        if (proposal instanceof Proposal.NothingToDo nothing) {
            return ended(Result.NOTHING_TO_DO, nothing.why());
        }
        Plan plan = ((Proposal.Proposed) proposal).plan();
        shell.simulation.sleep(shell.simulation.between(100, 3_000));
        return underLock((lock, fence) -> {
            if (obstructed(request)) {
                return ended(Result.REFUSED, "another operation is unfinished");
            }
            if (!(plan(request) instanceof Proposal.Proposed again)
                    || !again.plan().basis().equals(plan.basis())) {
                return ended(Result.STALE, "the cluster has changed");
            }
            Operation operation = operations()
                    .begin(
                            plan,
                            repertoire.undo(json, ENVIRONMENT, request, eyes.read(request.scope())),
                            fence,
                            new Event.Consented("yes"));
            return operate(operation, fence);
        });
    }

    /** Its own throttles would be taken for those of somebody else. */
    private boolean obstructed(Request request) {
        return !(request instanceof RestoreRequest)
                && operations().list().stream().anyMatch(Operation::owes);
    }

    Result resume(OperationId id) {
        return goOn(id, Control.Wish.RUN);
    }

    Result cancel(OperationId id) {
        return goOn(id, Control.Wish.CANCEL);
    }

    private Result goOn(OperationId id, Control.Wish wish) {
        return underLock((lock, fence) -> {
            new ControlRecord(store, json, id).change(before -> before.with(wish, shell.name + " said " + wish));
            return operate(operations().open(id), fence);
        });
    }

    /** What operations that ended could not put back, because a broker was not there. */
    Request throttlesRestore() {
        List<RestoreRequest.Left> left = new ArrayList<>();
        for (Operation operation : operations().list()) {
            for (int plan = 0; plan < operation.plans().size(); plan++) {
                List<Hold> holds = operation.holds(plan);
                for (int hold = 0; hold < holds.size(); hold++) {
                    ReplicationThrottle throttle = (ReplicationThrottle) holds.get(hold);
                    operation
                            .owed(plan, hold)
                            .ifPresent(found -> left.add(new RestoreRequest.Left(
                                    operation.id().toString(), new RestoreThrottle(throttle, found))));
                }
            }
        }
        return new RestoreRequest("throttles restore", left);
    }

    private Proposal plan(Request request) {
        return repertoire.plan(json, ENVIRONMENT, request, eyes.read(request.scope()));
    }

    private Operations operations() {
        return new Operations(store, json, shell.clock());
    }

    private Result underLock(BiFunction<OperationLock, Fence, Result> work) {
        Optional<OperationLock> taken = OperationLock.take(store, shell.name, shell.clock(), shell::nanoTime);
        if (taken.isEmpty()) {
            return ended(Result.HELD, "somebody else has the lock");
        }
        shell.say("has the lock, number " + taken.get().number());
        try (OperationLock lock = taken.get()) {
            return work.apply(lock, surgery.fence().apply(lock));
        }
    }

    private Result operate(Operation operation, Fence fence) {
        shell.simulation.runs(operation);
        operation.take(fence, shell.name);
        Runner runner = new Runner(
                repertoire,
                json,
                eyes,
                surgery.hands().apply(new ShellHands(shell)),
                pause -> shell.call("pause", (int) pause.toMillis() * 2),
                shell.clock());
        Governor governor =
                new Governor(wishes(operation.id()), new Feeling(shell.simulation.world()), this::glance, operation, 1);
        Ending ending = runner.run(
                operation,
                fence,
                governor,
                new Witnesses(governor, new Told(shell), new Mirror(store, json, operation)));
        if (ending instanceof Ending.Finished) {
            return ended(Result.FINISHED, "");
        }
        if (ending instanceof Ending.Cancelled cancelled) {
            return ended(Result.CANCELLED, cancelled.why());
        }
        return ending instanceof Ending.Left left
                ? ended(Result.LEFT, left.why())
                : ended(Result.STOPPED, ((Ending.Stopped) ending).why());
    }

    /** What the simulated clients feel, where they feel anything; their topic is none of those that are moved. */
    private record Feeling(KafkaWorld world) implements Clients {
        @Override
        public Optional<String> watched() {
            return world.clientsFeelCopies() ? Optional.of("canary") : Optional.empty();
        }

        @Override
        public OptionalLong acknowledgedWithinMillis(Set<Integer> unsettled) {
            return world.clientsFeelCopies() ? OptionalLong.of(world.acknowledgedWithinMillis()) : OptionalLong.empty();
        }
    }

    /** A look that decides nothing of what is sent. */
    private Snapshot glance(Scope scope) {
        long before = shell.lookedAtMillis;
        try {
            return eyes.read(scope);
        } finally {
            shell.lookedAtMillis = before;
        }
    }

    private Result ended(Result how, String because) {
        why = because;
        return how;
    }

    /** What others have said is read anew twice a second, as the commands do. */
    private Supplier<Control> wishes(OperationId id) {
        ControlRecord record = new ControlRecord(store, json, id);
        return new Supplier<>() {
            private Control last = Control.RUN;
            private long readAtMillis = -FRESH_MILLIS;

            @Override
            public Control get() {
                if (shell.simulation.now() - readAtMillis >= FRESH_MILLIS) {
                    readAtMillis = shell.simulation.now();
                    try {
                        last = record.read();
                    } catch (StoreUnavailable e) {
                        return last;
                    }
                }
                return last;
            }
        };
    }
}
