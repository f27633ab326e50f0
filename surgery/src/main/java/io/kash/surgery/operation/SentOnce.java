package io.kash.surgery.operation;

import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Standing;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Effects that are sent once in a run, and when what they are for has to be seen by. A run that ended in order has been
 * looked at by an operator, and the next one may send them again. After one that died they count as sent: whether they were
 * is not known, and what they started may still be going on.
 */
final class SentOnce {
    /** Looks in a row at which a step is held up, after which it is not a moment's delay. */
    private static final int HELD_UP = 10;

    /** A step of the operation. */
    private record Place(int plan, int step) {}

    private final Map<Place, Map<Effect, Instant>> seenBy = new HashMap<>();
    private final Map<Place, Set<Effect>> ended = new HashMap<>();
    private Place here = new Place(0, 0);
    private int blocked;

    /** @param lines of the journal so far */
    SentOnce(List<JournalLine> lines) {
        Optional<Effect> last = Optional.empty();
        for (JournalLine line : lines) {
            if (line.event() instanceof Event.Intended intended) {
                last = Optional.of(intended.effect());
                note(intended.effect(), line.at());
            } else if (line.event() instanceof Event.Answered answered
                    && answered.answer().equals("rejected")) {
                last.ifPresent(sent()::remove);
            } else if (line.event() instanceof Event.StepDone done) {
                at(done.plan(), done.step() + 1);
            } else if (line.event() instanceof Event.Stopped) {
                seenBy.clear();
            }
        }
    }

    /** From now on it is this step whose effects are sent. */
    void at(int plan, int step) {
        here = new Place(plan, step);
        blocked = 0;
    }

    private Map<Effect, Instant> sent() {
        return seenBy.computeIfAbsent(here, none -> new LinkedHashMap<>());
    }

    private void note(Effect effect, Instant at) {
        effect.once().ifPresent(patience -> sent().put(effect, at.plus(patience)));
    }

    /** Whether it may be sent now; if so, it counts as sent. */
    boolean admits(Effect effect, Instant now) {
        if (sent().containsKey(effect)) {
            return false;
        }
        note(effect, now);
        return true;
    }

    /**
     * Why nothing more is to be expected of what was sent for this step.
     *
     * @param seen whether what an effect was for has been seen by now
     */
    Optional<String> vain(Standing standing, Instant now, Predicate<Effect> seen) {
        // Once seen it stays so: what comes later may hide it for a while.
        sent().keySet().stream().filter(seen).forEach(ended.computeIfAbsent(here, none -> new HashSet<>())::add);
        List<Map.Entry<Effect, Instant>> open = sent().entrySet().stream()
                .filter(effect -> !ended.getOrDefault(here, Set.of()).contains(effect.getKey()))
                .toList();
        blocked = standing instanceof Standing.Blocked && !open.isEmpty() ? blocked + 1 : 0;
        if (standing instanceof Standing.Blocked held && blocked >= HELD_UP) {
            return Optional.of(held.why());
        }
        return open.stream()
                .filter(effect -> !now.isBefore(effect.getValue()))
                .findFirst()
                .map(effect -> effect.getKey().title() + ": it was sent, and its end was not seen within "
                        + effect.getKey().once().orElseThrow().toSeconds() + " s");
    }
}
