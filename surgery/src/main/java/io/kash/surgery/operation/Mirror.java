package io.kash.surgery.operation;

import io.kash.surgery.coordination.Store;
import io.kash.surgery.coordination.StoreUnavailable;
import io.kash.surgery.plan.Json;
import io.kash.surgery.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts the last thing seen of an operation where others can see it too, at most once a second. It is a courtesy: a store
 * that does not take it is asked again with the next sighting, and nothing waits for it.
 */
public final class Mirror implements Witness {
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final Store store;
    private final Json json;
    private final Operation operation;
    private @Nullable Instant last;

    public Mirror(Store store, Json json, Operation operation) {
        this.store = store;
        this.json = json;
        this.operation = operation;
    }

    /** What was last seen of an operation, if anything was. */
    public static Optional<Glimpse> of(Store store, Json json, OperationId operation) {
        return store.get(key(operation)).map(entry -> json.read(entry.value(), Glimpse.class, key(operation)));
    }

    private static String key(OperationId operation) {
        return "operations/" + operation + "/glimpse";
    }

    @Override
    public void saw(Sighting sighting) {
        if (last != null && sighting.at().isBefore(last.plus(BETWEEN))) {
            return;
        }
        last = sighting.at();
        try {
            Glimpse.of(sighting, operation.plans()).ifPresent(this::put);
        } catch (StoreUnavailable e) {
            // The next sighting is soon.
            last = null;
        }
    }

    private void put(Glimpse glimpse) {
        String key = key(operation.id());
        long version = store.get(key).map(Store.Entry::version).orElse(Store.ABSENT);
        var unused = store.putIf(key, json.write(glimpse), version);
    }

    @Override
    public void trouble(Instant at, Problem problem) {
        // Whoever watches sees that nothing new comes.
    }

    @Override
    public void waits(Instant at, String why) {
        // The control record says so to everybody.
    }

    @Override
    public void wrote(Event event) {
        // The journal is there for everybody.
    }
}
