package io.kash.bench.mover;

import io.kash.lab.Lab;
import io.kash.lab.LabSpec;
import io.kash.surgery.connection.EngineConnector;
import io.kash.surgery.coordination.OperationLock;
import io.kash.surgery.coordination.Store;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.environment.EnvironmentsFile;
import io.kash.surgery.environment.References;
import io.kash.surgery.kafka.BrokerId;
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
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;

/** An operation of the product on a real cluster, planned and carried out as the shell would. */
final class LiveOperation {
    /** The brokers a lab with three new ones begins with. */
    static final List<BrokerId> OLD = List.of(new BrokerId(1), new BrokerId(2), new BrokerId(3));

    static final List<BrokerId> NEW = List.of(new BrokerId(11), new BrokerId(12), new BrokerId(13));
    static final Ticker TICKER = pause -> LockSupport.parkNanos(pause.toNanos());

    private final Connection connection;
    private final Store store;
    private final Repertoire repertoire = Repertoires.standard();
    private final Json json = repertoire.json();

    LiveOperation(Connection connection, Store store) {
        this.connection = connection;
        this.store = store;
    }

    /** Starts a lab, and keeps what is printed to the figures: Kafka's clients would tell all their settings. */
    static Lab lab(LabSpec spec) {
        Logger.getLogger("").setLevel(Level.OFF);
        return Lab.start(spec);
    }

    /** To the lab's cluster, with everything kept in that store. */
    static Connection connect(Lab lab, Store store) {
        return new EngineConnector(Clock.systemUTC(), References.ofProcess(), any -> store)
                .open(EnvironmentsFile.read(lab.environmentsFile()).named("lab"));
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
