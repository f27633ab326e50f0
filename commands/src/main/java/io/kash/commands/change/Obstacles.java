package io.kash.commands.change;

import io.kash.surgery.coordination.OperationLock;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Hold;
import io.kash.surgery.plan.Ledger;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Snapshot;
import java.util.List;
import java.util.Optional;

/** Other operations that stand in the way of a new one: one that runs, or one that was left with something to put back. */
final class Obstacles {
    private static final String LIMIT = "one operation at a time changes an environment";

    private final OperatingRoom room;
    private final Connection connection;

    Obstacles(OperatingRoom room, Connection connection) {
        this.room = room;
        this.connection = connection;
    }

    /** @param putsRight whether an operation that was left is no obstacle */
    List<Finding> find(boolean putsRight) {
        Optional<String> holder = OperationLock.holder(connection.store());
        if (holder.isPresent()) {
            return List.of(held(holder.get()));
        }
        return left(putsRight);
    }

    /** Those of {@link #find} that whoever holds the lock may still meet: what ended while it was waited for. */
    List<Finding> left(boolean putsRight) {
        return putsRight
                ? List.of()
                : room.operationsHere(connection).stream()
                        .filter(this::owes)
                        .map(Obstacles::left)
                        .toList();
    }

    static Finding held(String holder) {
        return Finding.refusal(
                holder + " is carrying out an operation in this environment",
                LIMIT,
                "ops list shows it; wait for its end");
    }

    /** Its own settings would be taken for somebody else's, and stay for ever. */
    private static Finding left(Operation operation) {
        return Finding.refusal(
                "operation " + operation.id() + " ("
                        + operation.plan().request().words() + ") is unfinished and has not put back what it found",
                LIMIT,
                "ops resume " + operation.id() + ", or throttles restore");
    }

    /** By its journal, and by looking: throttles restore may have put all of it back. */
    private boolean owes(Operation operation) {
        if (!operation.owes()) {
            return false;
        }
        List<Plan> plans = operation.plans();
        for (int plan = 0; plan < plans.size(); plan++) {
            List<Hold> holds = operation.holds(plan);
            for (int hold = 0; hold < holds.size(); hold++) {
                Optional<Ledger> owed = operation.owed(plan, hold);
                if (owed.isPresent() && !putBack(holds.get(hold), owed.get())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What cannot be looked at, such as a broker that is down, counts as not put back. */
    private boolean putBack(Hold hold, Ledger owed) {
        Snapshot now = connection.observer().read(hold.scope());
        return hold.restore(owed, now).isEmpty()
                && owed.without(hold.found(now)).isEmpty();
    }
}
