package io.kash.surgery.operation;

import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Hold;
import io.kash.surgery.plan.Ledger;
import io.kash.surgery.plan.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How one run keeps the holds of an operation: what is there before is journaled before anything of ours is, stands while
 * the steps go on, and is put back as it was found.
 */
final class Holding {
    private final Operation operation;
    private final Sending sending;
    private final Loop loop;

    Holding(Operation operation, Sending sending, Loop loop) {
        this.operation = operation;
        this.sending = sending;
        this.loop = loop;
    }

    /** The holds as they are to stand now: limits change while they do. */
    private List<Hold> holds(int plan) {
        return operation.holds(plan);
    }

    private Ledger known(int plan, int index) {
        return operation.owed(plan, index).orElse(Ledger.EMPTY);
    }

    /** Whether nothing of that plan's is to be put back. */
    boolean nothingOwed(int plan) {
        return IntStream.range(0, holds(plan).size())
                .allMatch(index -> operation.owed(plan, index).isEmpty());
    }

    /** Takes hold, one after the other. */
    void acquire(int plan) {
        for (int index = 0; index < holds(plan).size() && !loop.halting(); index++) {
            acquire(plan, index);
        }
    }

    private void acquire(int plan, int index) {
        while (!loop.halting()) {
            Control wanted = loop.heed();
            if (wanted.ending()) {
                // What an earlier run left in flight is still to be looked after: the steps do that.
                return;
            }
            if (wanted.startsNothing()) {
                loop.waits(wanted.said());
                loop.pause();
                continue;
            }
            Hold hold = holds(plan).get(index);
            Snapshot now = loop.look(hold.scope());
            Ledger known = remember(plan, index, hold, now);
            if (hold.state(known, now) instanceof Hold.State.Foreign foreign) {
                loop.halt(foreign.what() + ", which somebody else has set");
                return;
            }
            List<Effect> effects = hold.acquire(now);
            if (effects.isEmpty()) {
                return;
            }
            sendOrWait(effects);
        }
    }

    /**
     * What was sent is looked for at once. Where it is not seen yet it is given a moment before it is sent again, and so is
     * what was set before it is put back: it may arrive twice.
     */
    private void sendOrWait(List<Effect> effects) {
        if (effects.isEmpty() || sending.fresh()) {
            loop.pause();
        } else {
            sending.send(effects);
        }
    }

    /** Journals what is there before anything of ours is; a broker that comes up later is added then. */
    private Ledger remember(int plan, int index, Hold hold, Snapshot now) {
        Ledger known = known(plan, index);
        Ledger fresh = hold.found(now).without(known);
        if (!fresh.isEmpty()) {
            loop.write(new Event.Found(plan, index, fresh));
        }
        return known.and(fresh);
    }

    /**
     * Keeps up what is held. A limit that was changed holds for what is in flight too: under a throttle that is too low it
     * would never end. What others laid hands on stays as they left it.
     *
     * @param more whether what could not be reached when a hold was acquired, such as a broker that was down, is acquired
     *     once it can; never while somebody has laid hands on a hold
     */
    void keep(int plan, Snapshot now, boolean more) {
        boolean whole = more && states(plan, now).allMatch(state -> state instanceof Hold.State.Stands);
        for (int index = 0; index < holds(plan).size(); index++) {
            Hold hold = holds(plan).get(index);
            if (whole) {
                extend(plan, index, hold, now);
            } else {
                sending.send(hold.follow(known(plan, index), now));
            }
        }
    }

    private void extend(int plan, int index, Hold hold, Snapshot now) {
        List<Effect> effects = hold.acquire(now);
        if (!effects.isEmpty()) {
            remember(plan, index, hold, now);
            sending.send(effects);
        }
    }

    private Stream<Hold.State> states(int plan, Snapshot now) {
        return IntStream.range(0, holds(plan).size())
                .mapToObj(index -> holds(plan).get(index).state(known(plan, index), now));
    }

    /** What somebody else has done to a hold. */
    Optional<String> disturbed(int plan, Snapshot now) {
        return states(plan, now).flatMap(state -> disturbed(state).stream()).findFirst();
    }

    private static Optional<String> disturbed(Hold.State state) {
        if (state instanceof Hold.State.Foreign foreign) {
            return Optional.of(foreign.what() + ", which somebody else has set");
        }
        if (state instanceof Hold.State.Missing missing) {
            return Optional.of(missing.what() + ", which somebody else has taken away");
        }
        return Optional.empty();
    }

    /** Puts back what was found, the last taken first. */
    void restore(int plan) {
        for (int index = holds(plan).size() - 1; index >= 0; index--) {
            Optional<Ledger> found = operation.owed(plan, index);
            if (found.isPresent()) {
                restore(plan, index, found.get());
            }
        }
    }

    private void restore(int plan, int index, Ledger found) {
        Hold hold = holds(plan).get(index);
        while (true) {
            Snapshot now = loop.look(hold.scope());
            List<Effect> effects = hold.restore(found, now);
            if (effects.isEmpty() && sending.quiet()) {
                Ledger unreached = found.without(hold.found(now));
                loop.write(new Event.Restored(
                        plan, index, List.copyOf(unreached.values().keySet())));
                return;
            }
            loop.leaveIfAsked();
            sendOrWait(effects);
            if (sending.inVain()) {
                throw loop.leaving("what was found before the operation could not be restored");
            }
        }
    }
}
