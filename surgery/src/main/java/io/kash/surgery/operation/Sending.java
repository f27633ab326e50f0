package io.kash.surgery.operation;

import io.kash.surgery.coordination.Fence;
import io.kash.surgery.coordination.StoreUnavailable;
import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Standing;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How one run sends effects: each is journaled before, its answer after, and what is left of them is known here: what may
 * still arrive, what was refused in vain, and what must not be sent twice.
 */
final class Sending {
    /** Refusals without a move, after which it stops: about a minute. */
    private static final int PATIENCE = 120;
    /** Pauses for which a request without an answer may still arrive: about five seconds. */
    private static final int SETTLING = 10;

    private final Hands hands;
    private final Fence fence;
    private final Clock clock;
    private final Loop loop;
    private final SentOnce sentOnce;
    private int fruitless;
    /** Pauses until everything sent has arrived or never will. */
    private int unsettled;

    private boolean fresh;

    /** @param lines what was journaled before this run */
    Sending(Hands hands, Fence fence, Clock clock, List<JournalLine> lines, Loop loop) {
        this.hands = hands;
        this.fence = fence;
        this.clock = clock;
        this.loop = loop;
        this.unsettled = unanswered(lines) ? SETTLING : 0;
        this.sentOnce = new SentOnce(lines);
    }

    /** Whether the last effect of whoever went before may still arrive: its answer was not seen. */
    private static boolean unanswered(List<JournalLine> lines) {
        boolean open = false;
        for (JournalLine line : lines) {
            if (line.event() instanceof Event.Intended) {
                open = true;
            } else if (line.event() instanceof Event.Answered answered) {
                open = answered.unknown();
            }
        }
        return open;
    }

    /** What follows is sent for that step. */
    void at(int plan, int step) {
        sentOnce.at(plan, step);
    }

    /**
     * Why an effect that is sent once has not had its success, where it is too late for it.
     *
     * @param seen whether what an effect was for has been seen
     */
    Optional<String> vain(Standing standing, Predicate<Effect> seen) {
        return sentOnce.vain(standing, clock.instant(), seen);
    }

    /** Something has moved: refusals count anew. */
    void bearsFruit() {
        fruitless = 0;
    }

    /** Whether it was refused, or not answered, too often. */
    boolean inVain() {
        return fruitless > PATIENCE;
    }

    /** A pause is over. */
    void paused() {
        unsettled = Math.max(0, unsettled - 1);
        fresh = false;
    }

    /** Whether something was sent since the last pause. */
    boolean fresh() {
        return fresh;
    }

    /** Whether no request without an answer can still arrive: what is looked at now stays so. */
    boolean quiet() {
        return unsettled == 0;
    }

    void send(List<Effect> effects) {
        for (Effect effect : effects) {
            loop.leaveIfAsked();
            if (!sentOnce.admits(effect, clock.instant())) {
                continue;
            }
            loop.write(new Event.Intended(effect));
            fresh = true;
            Reply reply = apply(effect);
            if (reply instanceof Reply.Rejected rejected) {
                loop.write(new Event.Answered("rejected", rejected.reasons().toString()));
                if (effect.once().isPresent()) {
                    loop.halt(rejected.reasons().toString());
                } else if (++fruitless > PATIENCE) {
                    loop.halt("the cluster keeps refusing: " + rejected.reasons());
                }
            } else if (reply instanceof Reply.Forbidden forbidden) {
                loop.write(new Event.Answered("rejected", forbidden.why()));
                loop.halt(forbidden.why());
                return;
            } else if (reply instanceof Reply.Unknown unknown) {
                unsettled = SETTLING;
                loop.write(new Event.Answered("unknown", unknown.why()));
                fruitless++;
            } else {
                loop.write(new Event.Answered("accepted", ""));
            }
        }
    }

    /** The fence is checked once more where the effect is sent; what cannot be checked is not sent. */
    private Reply apply(Effect effect) {
        try {
            return hands.apply(effect, fence);
        } catch (StoreUnavailable e) {
            return new Reply.Unknown(String.valueOf(e.getMessage()));
        }
    }
}
