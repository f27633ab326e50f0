package io.kash.surgery.operation;

import io.kash.surgery.coordination.Fence;
import io.kash.surgery.coordination.Log;
import io.kash.surgery.coordination.LongText;
import io.kash.surgery.coordination.Store;
import io.kash.surgery.coordination.StoreUnavailable;
import io.kash.surgery.plan.Hash;
import io.kash.surgery.plan.Json;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Reversal;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.problem.ProblemException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The operations of one environment, as its store holds them. */
public final class Operations {
    private static final String ROOT = "operations";

    private final Store store;
    private final Json json;
    private final Clock clock;

    public Operations(Store store, Json json, Clock clock) {
        this.store = store;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Stores an approved plan as a new operation and begins its journal.
     *
     * @param wayBack how to get back from it
     * @param consent how it was consented to
     */
    public Operation begin(Plan plan, Reversal wayBack, Fence fence, Event consent) {
        Operation operation = store(plan);
        LongText.write(store, Operation.wayBackKey(operation.id()), json.write(wayBack));
        operation.write(
                fence, new Event.Planned(0, json.hash(plan), plan.request().words()));
        operation.write(fence, consent);
        return operation;
    }

    private Operation store(Plan plan) {
        Hash hash = json.hash(plan);
        String text = json.write(plan);
        for (int number = 1; ; number++) {
            OperationId id = new OperationId(number == 1 ? hash.brief() : hash.brief() + "-" + number);
            if (LongText.write(store, Operation.planKey(id, 0), text)) {
                return new Operation(id, store, json, List.of(plan), journal(id));
            }
        }
    }

    /**
     * Every operation whose journal has begun, oldest first. A shell that died before that did nothing yet; one that this
     * version cannot read is among the {@link #unreadable}.
     */
    public List<Operation> list() {
        return ids().stream()
                .flatMap(id -> begun(id).stream())
                .sorted(Comparator.comparing(Operation::begun).thenComparing(Operation::id))
                .toList();
    }

    /** Operations whose journal or plan this version cannot read: written by another one, or changed since. */
    public List<OperationId> unreadable() {
        List<OperationId> unreadable = new ArrayList<>();
        for (OperationId id : ids()) {
            try {
                open(id);
            } catch (ProblemException e) {
                if (e.problem().kind() == Problem.Kind.REFUSED) {
                    unreadable.add(id);
                }
            }
        }
        return unreadable;
    }

    private Optional<Operation> begun(OperationId id) {
        try {
            return journal(id).lines().isEmpty() ? Optional.empty() : Optional.of(open(id));
        } catch (StoreUnavailable e) {
            // A store that does not answer is not one without operations.
            throw e;
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    public List<OperationId> ids() {
        return store.list(ROOT).stream().map(OperationId::new).toList();
    }

    /** @throws io.kash.surgery.problem.ProblemException when there is none of that id, or this version cannot read it */
    public Operation open(OperationId id) {
        List<Plan> plans = new ArrayList<>();
        Journal journal = journal(id);
        plans.add(plan(id, Operation.planKey(id, 0)));
        for (JournalLine line : journal.lines()) {
            if (line.event() instanceof Event.Planned planned && planned.number() > 0) {
                plans.add(plan(id, Operation.amendmentKey(id, planned.number(), planned.hash())));
            }
        }
        return new Operation(id, store, json, plans, journal);
    }

    private Plan plan(OperationId id, String key) {
        return LongText.read(store, key)
                .map(text -> json.read(text, Plan.class, "operation " + id))
                .orElseThrow(
                        () -> Problem.usage("there is no operation " + id, "this environment's store", "", "ops list")
                                .asException());
    }

    private Journal journal(OperationId id) {
        return Journal.open(
                () -> Log.open(store, ROOT + "/" + id + "/journal"), json, clock, "the journal of operation " + id);
    }
}
