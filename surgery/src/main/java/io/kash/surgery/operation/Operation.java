package io.kash.surgery.operation;

import io.kash.surgery.coordination.Fence;
import io.kash.surgery.coordination.LongText;
import io.kash.surgery.coordination.Store;
import io.kash.surgery.plan.Adjustment;
import io.kash.surgery.plan.Hash;
import io.kash.surgery.plan.Hold;
import io.kash.surgery.plan.Json;
import io.kash.surgery.plan.Ledger;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Reversal;
import io.kash.surgery.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An approved plan being carried out: its plans, the approved one first and then its amendments, and its journal. */
public final class Operation {
    private final OperationId id;
    private final Store store;
    private final Json json;
    private final List<Plan> plans;
    private final Journal journal;

    Operation(OperationId id, Store store, Json json, List<Plan> plans, Journal journal) {
        this.id = id;
        this.store = store;
        this.json = json;
        this.plans = new ArrayList<>(plans);
        this.journal = journal;
    }

    public OperationId id() {
        return id;
    }

    /** The plan that was approved. */
    public Plan plan() {
        return plans.get(0);
    }

    /** The holds of one plan, under the limits that were changed since. */
    public List<Hold> holds(int plan) {
        List<Hold> holds = new ArrayList<>(plans.get(plan).holds());
        for (JournalLine line : journal.lines()) {
            if (line.event() instanceof Event.Adjusted adjusted) {
                holds.replaceAll(hold -> hold.adjusted(adjusted.limits()));
            }
        }
        return holds;
    }

    /** The limits that hold now. */
    public Adjustment limits() {
        Adjustment limits = Adjustment.NONE;
        for (JournalLine line : journal.lines()) {
            if (line.event() instanceof Event.Adjusted adjusted) {
                limits = adjusted.limits();
            }
        }
        return limits;
    }

    /** The approved plan and its amendments. */
    public List<Plan> plans() {
        return List.copyOf(plans);
    }

    /** How to get back, as it was when this was approved. */
    public Reversal wayBack() {
        return LongText.read(store, wayBackKey(id))
                .map(text -> json.read(text, Reversal.class, "operation " + id))
                .orElseGet(() -> new Reversal.None("its way back was not stored"));
    }

    public Hash hash() {
        return json.hash(plan());
    }

    public List<JournalLine> lines() {
        return journal.lines();
    }

    /** Where it stands by its journal. Whether somebody is carrying it out now, only the lock knows. */
    public Status status() {
        Status status = Status.PLANNED;
        for (JournalLine line : journal.lines()) {
            if (line.event() instanceof Event.Taken) {
                status = Status.UNFINISHED;
            } else if (line.event() instanceof Event.Stopped) {
                status = Status.STOPPED;
            } else if (line.event() instanceof Event.Finished) {
                status = Status.FINISHED;
            } else if (line.event() instanceof Event.Cancelled) {
                status = Status.CANCELLED;
            }
        }
        return status;
    }

    /** Who approved it as the second operator, where two are wanted. */
    public Optional<String> approver() {
        return journal.lines().stream()
                .map(JournalLine::event)
                .filter(Event.Approved.class::isInstance)
                .map(event -> ((Event.Approved) event).by())
                .findFirst();
    }

    /** When it was planned. */
    public Instant begun() {
        return journal.lines().get(0).at();
    }

    /** The last thing known of it. */
    public JournalLine last() {
        List<JournalLine> lines = journal.lines();
        return lines.get(lines.size() - 1);
    }

    /** What a hold found and has not yet restored; empty when it never changed anything, or has put it all back. */
    public Optional<Ledger> owed(int plan, int hold) {
        Optional<Ledger> owed = Optional.empty();
        for (JournalLine line : journal.lines()) {
            if (line.event() instanceof Event.Found found && found.plan() == plan && found.hold() == hold) {
                owed = Optional.of(
                        owed.map(earlier -> earlier.and(found.ledger())).orElse(found.ledger()));
            } else if (line.event() instanceof Event.Restored restored
                    && restored.plan() == plan
                    && restored.hold() == hold) {
                owed = owed.map(ledger -> ledger.only(restored.unreached())).filter(rest -> !rest.isEmpty());
            }
        }
        return owed;
    }

    /**
     * Whether it was left before its end with something that has to be put back. What an operation that did end could
     * not reach, because its broker is down, is put back later and stands in nobody's way.
     */
    public boolean owes() {
        if (status().ended()) {
            return false;
        }
        for (int plan = 0; plan < plans.size(); plan++) {
            for (int hold = 0; hold < plans.get(plan).holds().size(); hold++) {
                if (owed(plan, hold).isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Journals that somebody begins to carry it out, or goes on with it. */
    public void take(Fence fence, String by) {
        write(fence, new Event.Taken(by));
    }

    void write(Fence fence, Event event) {
        journal.write(fence, event);
    }

    /** Stores a plan that goes on where the last one ended. */
    void amend(Fence fence, Plan amendment) {
        int number = plans.size();
        String text = json.write(amendment);
        // Under its hash: a shell that died may have left another one here and never journaled it, which counts for
        // nothing.
        String key = amendmentKey(id, number, json.hash(amendment));
        if (!LongText.write(store, key, text)
                && LongText.read(store, key).filter(text::equals).isEmpty()) {
            throw Problem.failed("the amendment cannot be stored", "operation " + id, "", "ops show " + id)
                    .asException();
        }
        plans.add(amendment);
        journal.write(
                fence,
                new Event.Planned(
                        number, json.hash(amendment), amendment.request().words()));
    }

    static String wayBackKey(OperationId id) {
        return "operations/" + id + "/way-back";
    }

    static String planKey(OperationId id, int number) {
        return "operations/" + id + "/plans/" + number;
    }

    static String amendmentKey(OperationId id, int number, Hash hash) {
        return planKey(id, number) + "-" + hash.hex();
    }

    /** Where an operation stands. */
    public enum Status {
        /** Stored, and never begun. */
        PLANNED,
        /** Begun and not ended: it runs, or its shell died. */
        UNFINISHED,
        /** Its shell let go of it in good order. */
        STOPPED,
        /** Verified. */
        FINISHED,
        /** Taken back as far as that was safe; it does not go on. */
        CANCELLED;

        /** Whether nothing more will be done for it. */
        public boolean ended() {
            return this == FINISHED || this == CANCELLED;
        }
    }
}
