package io.kash.surgery.fake;

import io.kash.surgery.coordination.OperationLock;
import io.kash.surgery.coordination.Store;
import io.kash.surgery.environment.ByteRate;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.movement.MoveRequest;
import io.kash.surgery.operation.Control;
import io.kash.surgery.operation.Ending;
import io.kash.surgery.operation.Event;
import io.kash.surgery.operation.Hands;
import io.kash.surgery.operation.Observer;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.operation.OperationId;
import io.kash.surgery.operation.Operations;
import io.kash.surgery.operation.Repertoire;
import io.kash.surgery.operation.Runner;
import io.kash.surgery.operation.Ticker;
import io.kash.surgery.plan.Json;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Proposal;
import io.kash.surgery.plan.Request;
import io.kash.surgery.plan.Reversal;
import io.kash.surgery.repertoire.Repertoires;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Plans and operates in tests: one shell's worth of runner, journal and lock, over any store and cluster. */
public final class Surgeon {
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T14:02:07Z"), ZoneOffset.UTC);

    private final Repertoire repertoire = Repertoires.standard();
    private final Json json = repertoire.json();
    private final Store store;
    private final Observer observer;
    private final Hands hands;
    private final Clock clock;
    private final Ticker ticker;

    /** One whose clock stands still and whose pauses take no time. */
    public Surgeon(Store store, Observer observer, Hands hands) {
        this(store, observer, hands, CLOCK, duration -> {});
    }

    /** One for whom time goes by. */
    public Surgeon(Store store, Observer observer, Hands hands, Clock clock, Ticker ticker) {
        this.store = store;
        this.observer = observer;
        this.hands = hands;
        this.clock = clock;
        this.ticker = ticker;
    }

    /** Another of the same store and cluster, whose shell dies at the n-th point at which it writes or acts. */
    public Surgeon dyingAt(int point) {
        CrashingStore crashing = new CrashingStore(store, point);
        return new Surgeon(crashing, observer, crashing.around(hands), clock, ticker);
    }

    public static MoveRequest move(List<BrokerId> from, List<BrokerId> to) {
        return new MoveRequest(
                "topics move", new TreeSet<>(from), new TreeSet<>(to), List.of(), ByteRate.of("10MB/s"), 2, 10);
    }

    public Json json() {
        return json;
    }

    public Operations operations() {
        return new Operations(store, json, clock);
    }

    public Proposal plan(Request request) {
        return repertoire.plan(json, "lab", request, observer.read(request.scope()));
    }

    /** Plans, consents and runs it to its end or to where it stops. */
    public Ending perform(Request request, Supplier<Control> control) {
        Plan plan = ((Proposal.Proposed) plan(request)).plan();
        return underLock(lock -> {
            Operation operation =
                    operations().begin(plan, new Reversal.None("a test"), lock, new Event.Consented("a test"));
            operation.take(lock, "tester");
            return runner().run(operation, lock, control, new SilentWitness());
        });
    }

    public Ending resume(OperationId id) {
        return resume(id, () -> Control.RUN);
    }

    public Ending resume(OperationId id, Supplier<Control> control) {
        return underLock(lock -> {
            Operation operation = operations().open(id);
            operation.take(lock, "tester");
            return runner().run(operation, lock, control, new SilentWitness());
        });
    }

    private Runner runner() {
        return new Runner(repertoire, json, observer, hands, ticker, clock);
    }

    private Ending underLock(java.util.function.Function<OperationLock, Ending> work) {
        try (OperationLock lock = OperationLock.take(store, "tester", clock, () -> clock.millis() * 1_000_000)
                .orElseThrow()) {
            return work.apply(lock);
        }
    }
}
