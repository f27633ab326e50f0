package io.kash.bench.mover;

import io.kash.surgery.coordination.OperationLock;
import io.kash.surgery.coordination.Store;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.movement.MoveRequest;
import io.kash.surgery.operation.Ending;
import io.kash.surgery.operation.Event;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.operation.Operations;
import io.kash.surgery.operation.Repertoire;
import io.kash.surgery.operation.Runner;
import io.kash.surgery.operation.Ticker;
import io.kash.surgery.plan.Json;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Proposal;
import io.kash.surgery.plan.Reversal;
import io.kash.surgery.repertoire.Repertoires;
import java.time.Clock;
import java.util.concurrent.locks.LockSupport;

/** An operation of the product on a real cluster, planned and carried out as the shell would. */
final class LiveOperation {
    static final Ticker TICKER = pause -> LockSupport.parkNanos(pause.toNanos());

    private final Connection connection;
    private final Store store;
    private final Repertoire repertoire = Repertoires.standard();
    private final Json json = repertoire.json();

    LiveOperation(Connection connection, Store store) {
        this.connection = connection;
        this.store = store;
    }

    /** How it is carried out. */
    @FunctionalInterface
    interface Way {
        Ending run(Runner runner, Operation operation, OperationLock lock);
    }

    Json json() {
        return json;
    }

    /**
     * Returns once it is finished or cancelled.
     *
     * @throws IllegalStateException where it is refused or ends otherwise
     */
    void carryOut(MoveRequest request, Way way) {
        Proposal proposal =
                repertoire.plan(json, "lab", request, connection.observer().read(request.scope()));
        if (!(proposal instanceof Proposal.Proposed proposed)) {
            throw new IllegalStateException(proposal.toString());
        }
        Plan plan = proposed.plan();
        try (OperationLock lock = OperationLock.take(store, "bench", Clock.systemUTC(), System::nanoTime)
                .orElseThrow()) {
            Operation operation = new Operations(store, json, Clock.systemUTC())
                    .begin(plan, new Reversal.None("a benchmark"), lock, new Event.Consented("a benchmark"));
            operation.take(lock, "bench");
            Runner runner =
                    new Runner(repertoire, json, connection.observer(), connection.hands(), TICKER, Clock.systemUTC());
            Ending ending = way.run(runner, operation, lock);
            if (!(ending instanceof Ending.Finished || ending instanceof Ending.Cancelled)) {
                throw new IllegalStateException(ending.toString());
            }
        }
    }
}
