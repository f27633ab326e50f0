package io.kash.surgery.operation;

import io.kash.surgery.coordination.Fence;
import io.kash.surgery.coordination.FencedException;
import io.kash.surgery.coordination.StoreUnavailable;
import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Hold;
import io.kash.surgery.plan.Json;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Progress;
import io.kash.surgery.plan.Proposal;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Standing;
import io.kash.surgery.plan.Step;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The only loop that changes anything: observe, judge, decide, check the fence and the holds, journal the intent, apply,
 * observe. A new run and a resumed one are the same: what was done already is seen, not remembered.
 *
 * <p>What happens on failure: an effect that is refused is journaled and tried again as long as something moves; an
 * engine that does not answer is asked again for a while; somebody else's change, a broken hold or the operator's wish
 * lets what is in flight finish, restores the holds and stops. A lost fence leaves at once and writes nothing.
 */
public final class Runner {
    private static final Duration TICK = Duration.ofMillis(500);
    /** Looks without an answer after which it leaves: about a minute. */
    private static final int PATIENCE = 120;
    /** Requests to put right what is not as found, after which it ends all the same. */
    private static final int TIDYING = 20;
    /** Amendments after which an operation stops rather than follow an endless stream of new topics. */
    private static final int AMENDMENTS = 10;

    private final Repertoire repertoire;
    private final Json json;
    private final Observer observer;
    private final Hands hands;
    private final Ticker ticker;
    private final Clock clock;

    public Runner(Repertoire repertoire, Json json, Observer observer, Hands hands, Ticker ticker, Clock clock) {
        this.repertoire = repertoire;
        this.json = json;
        this.observer = observer;
        this.hands = hands;
        this.ticker = ticker;
        this.clock = clock;
    }

    /** Carries an operation out, from wherever it stands. */
    public Ending run(Operation operation, Fence fence, Supplier<Control> control, Witness witness) {
        return new Run(operation, fence, control, witness).run();
    }

    /** One run of one operation. */
    private final class Run implements Loop {
        private final Operation operation;
        private final Fence fence;
        private final Supplier<Control> control;
        private final Witness witness;
        private Optional<String> halt = Optional.empty();
        private boolean paused;
        /** What operators wanted when it was last heeded, or slept upon. */
        private Control heard = Control.RUN;

        private boolean suspected;
        private final Sending sending;
        private final Holding holding;

        Run(Operation operation, Fence fence, Supplier<Control> control, Witness witness) {
            this.operation = operation;
            this.fence = fence;
            this.control = control;
            this.witness = witness;
            this.sending = new Sending(hands, fence, clock, operation.lines(), this);
            this.holding = new Holding(operation, sending, this);
        }

        Ending run() {
            try {
                for (int number = 0; ; number++) {
                    carryOut(number);
                    if (halt.isPresent()) {
                        return halted(halt.get());
                    }
                    Snapshot after = look(operation.plan().request().scope());
                    if (number + 1 < operation.plans().size()) {
                        continue;
                    }
                    if (!amend(number, after)) {
                        if (halt.isPresent()) {
                            return halted(halt.get());
                        }
                        write(new Event.Finished());
                        return new Ending.Finished(after);
                    }
                }
            } catch (LeavingException e) {
                return new Ending.Left(e.getMessage());
            } catch (FencedException e) {
                return new Ending.Left(String.valueOf(e.getMessage()));
            }
        }

        private Ending halted(String why) {
            if (control.get().wish() == Control.Wish.CANCEL) {
                write(new Event.Cancelled(why));
                return new Ending.Cancelled(why);
            }
            write(new Event.Stopped(why));
            return new Ending.Stopped(why);
        }

        private void carryOut(int number) {
            Plan plan = operation.plans().get(number);
            if (plan.steps().stream().allMatch(step -> done(step)) && holding.nothingOwed(number)) {
                return;
            }
            holding.acquire(number);
            for (int step = 0; step < plan.steps().size() && halt.isEmpty(); step++) {
                perform(number, step, plan);
            }
            holding.restore(number);
        }

        private boolean done(Step step) {
            return step.standing(look(step.scope())).equals(Standing.DONE);
        }

        private void perform(int number, int index, Plan plan) {
            Step step = plan.steps().get(index);
            Scope scope = step.scope();
            for (Hold hold : plan.holds()) {
                scope = scope.and(hold.scope());
            }
            sending.at(number, index);
            long doneBefore = -1;
            int tidied = 0;
            suspected = false;
            Progress before = new Progress(Progress.Unit.CHANGES, -1, 0, 0);
            while (true) {
                Snapshot now = look(scope);
                witness.looked(now);
                Control wanted = heed();
                Standing standing = step.standing(now);
                Progress progress = step.progress(now);
                Optional<String> waitsFor = progress.equals(before) ? step.waitsFor(now) : Optional.empty();
                before = progress;
                witness.saw(new Witness.Sighting(now.observedAt(), step, standing, progress, shown(wanted), waitsFor));
                if (standing.equals(Standing.DONE)) {
                    write(new Event.StepDone(number, index));
                    return;
                }
                sending.vain(standing, effect -> step.seen(effect, now)).ifPresent(this::halt);
                // What is being ended sends nothing that others could be hurt by.
                Optional<String> disturbance = wanted.ending() ? Optional.empty() : disturbance(standing, number, now);
                if (disturbance.isPresent() && suspected) {
                    halt(disturbance.get());
                }
                suspected = disturbance.isPresent();
                boolean ending = halt.isPresent() || wanted.ending();
                if (ending && progress.inFlight() == 0 && sending.quiet() && !takesBack(step, now, wanted)) {
                    List<Effect> left = repertoire.pace(step).tidy(step, now);
                    if (left.isEmpty() || ++tidied > TIDYING) {
                        halt(wanted.said());
                        return;
                    }
                    sending.send(left);
                    pause();
                    continue;
                }
                if (progress.done() > doneBefore) {
                    doneBefore = progress.done();
                    sending.bearsFruit();
                }
                if (!suspected || halt.isPresent()) {
                    sending.send(wanted(step, number, now, wanted));
                }
                pause();
            }
        }

        /** Whether a cancelled step has something to take back, be it in flight or at rest. */
        private boolean takesBack(Step step, Snapshot now, Control wanted) {
            return wanted.wish() == Control.Wish.CANCEL
                    && !repertoire.pace(step).withdraw(step, now).isEmpty();
        }

        /** Effects to send for a step that nobody disturbs. */
        private List<Effect> wanted(Step step, int number, Snapshot now, Control wanted) {
            Pace<Step> pace = repertoire.pace(step);
            boolean cancelled = wanted.wish() == Control.Wish.CANCEL;
            holding.keep(number, now, !cancelled);
            if (cancelled) {
                return pace.withdraw(step, now);
            }
            // What may still arrive would come after what is sent now, and undo it.
            boolean waits = halt.isPresent() || wanted.ending() || !sending.quiet();
            return waits ? List.of() : pace.next(step, now, wanted);
        }

        /** What operators want anew cuts it short; a second look at what is suspected must be a moment later. */
        @Override
        public void pause() {
            ticker.pause(TICK, () -> !suspected && askedAnew());
            if (!askedAnew()) {
                sending.paused();
            }
            heard = control.get();
        }

        private boolean askedAnew() {
            return !control.get().equals(heard);
        }

        /** For those who watch: an operation that was halted is stopping, whatever operators want of it. */
        private Control shown(Control wanted) {
            return halt.map(why -> wanted.with(Control.Wish.STOP, why)).orElse(wanted);
        }

        @Override
        public Control heed() {
            leaveIfAsked();
            Control wanted = control.get();
            heard = wanted;
            boolean pause = wanted.wish() == Control.Wish.PAUSE;
            if (pause && !paused) {
                write(new Event.Paused(wanted.said()));
            } else if (!pause && paused && wanted.wish() == Control.Wish.RUN) {
                write(new Event.WentOn(wanted.said()));
            }
            paused = pause;
            if (!wanted.limits().equals(operation.limits())) {
                write(new Event.Adjusted(
                        wanted.limits(), wanted.limits().because().orElse(wanted.said())));
            }
            return wanted;
        }

        /**
         * What somebody else has done to the step or to a hold. Nothing is sent while there is any; it is believed when a
         * second look shows it too, since a broker may answer from metadata that is a moment old.
         */
        private Optional<String> disturbance(Standing standing, int number, Snapshot now) {
            if (standing instanceof Standing.Foreign foreign) {
                return Optional.of(foreign.what());
            }
            return holding.disturbed(number, now);
        }

        /** True when the world asks for more of the same request, and that was stored as an amendment. */
        private boolean amend(int number, Snapshot after) {
            Plan approved = operation.plan();
            Proposal proposal = repertoire.plan(json, approved.target().environment(), approved.request(), after);
            if (proposal instanceof Proposal.Refused refused) {
                halt("the rest is refused: " + refused.refusals().get(0).what());
                return false;
            }
            if (!(proposal instanceof Proposal.Proposed more)) {
                return false;
            }
            if (number >= AMENDMENTS
                    || more.plan().cost().bytesToMove() > approved.cost().bytesToMove()) {
                halt("there is more to do than was approved: "
                        + more.plan().steps().get(0).title());
                return false;
            }
            operation.amend(fence, more.plan());
            witness.wrote(operation.last().event());
            return true;
        }

        @Override
        public void leaveIfAsked() {
            Control wanted = control.get();
            if (wanted.wish() == Control.Wish.LEAVE) {
                throw new LeavingException(wanted.said());
            }
        }

        @Override
        public RuntimeException leaving(String why) {
            return new LeavingException(why);
        }

        @Override
        public boolean halting() {
            return halt.isPresent();
        }

        @Override
        public void waits(String why) {
            witness.waits(clock.instant(), why);
        }

        @Override
        public void halt(String why) {
            if (halt.isEmpty()) {
                halt = Optional.of(why);
            }
        }

        @Override
        public Snapshot look(Scope scope) {
            for (int attempt = 1; ; attempt++) {
                leaveIfAsked();
                try {
                    return observer.read(scope);
                } catch (ProblemException e) {
                    Problem.Kind kind = e.problem().kind();
                    boolean passing = kind == Problem.Kind.TIMED_OUT || kind == Problem.Kind.FAILED;
                    if (!passing || attempt >= PATIENCE || control.get().ending()) {
                        throw new LeavingException(
                                e.problem().what() + ": " + e.problem().why());
                    }
                    witness.trouble(clock.instant(), e.problem());
                    pause();
                }
            }
        }

        @Override
        public void write(Event event) {
            patiently(() -> operation.write(fence, event));
            witness.wrote(event);
        }

        /**
         * While the store cannot be reached nobody knows whether this shell still holds the operation: it sends nothing
         * and waits, until the store answers that it does, or that it does not.
         */
        private void patiently(Runnable work) {
            while (true) {
                leaveIfAsked();
                try {
                    work.run();
                    return;
                } catch (StoreUnavailable e) {
                    witness.trouble(clock.instant(), e.problem());
                    pause();
                }
            }
        }
    }

    /** Out of the loop, with everything left as it stands. */
    private static final class LeavingException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LeavingException(String why) {
            super(why, null, false, false);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }
}
