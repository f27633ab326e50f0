package io.kash.surgery.traffic;

import io.kash.surgery.kafka.AlterReassignments;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.operation.Control;
import io.kash.surgery.operation.Event;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.operation.Witness;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.throttle.AdaptiveRate;
import io.kash.surgery.throttle.Burden;
import io.kash.surgery.throttle.ReplicationThrottle;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets the throttle of an operation follow what the cluster bears, below what operators allow: what it says goes the way
 * of an operator's word, so that it is journaled and the holds follow. It sees what the one loop sees, and the canary's
 * acknowledgements. An operation without a throttle is left alone.
 */
public final class Governor implements Supplier<Control>, Witness {
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final Supplier<Control> operators;
    private final Chronicle chronicle;
    private final OptionalLong planned;
    private final AdaptiveRate rate;
    private Set<Replica> lagging = Set.of();
    private boolean begun;
    private @Nullable Instant last;

    public Governor(Supplier<Control> operators, Chronicle chronicle, Operation operation) {
        this.operators = operators;
        this.chronicle = chronicle;
        this.planned = operation.plan().holds().stream()
                .filter(ReplicationThrottle.class::isInstance)
                .mapToLong(hold -> ((ReplicationThrottle) hold).rate().bytesPerSecond())
                .findFirst();
        this.rate = new AdaptiveRate(planned.orElse(1));
        this.begun = operation.lines().stream().anyMatch(line -> copies(line.event()));
        if (planned.isPresent() && operation.limits().because().isPresent()) {
            allow(operators.get());
            operation.limits().bytesPerSecond().ifPresent(rate::goOnAt);
        }
    }

    private void allow(Control wanted) {
        rate.allow(wanted.limits().bytesPerSecond().orElse(planned.orElse(1)));
    }

    @Override
    public Control get() {
        Control wanted = operators.get();
        if (planned.isEmpty()) {
            return wanted;
        }
        allow(wanted);
        return rate.changed()
                ? wanted.with(wanted.limits().eased(rate.bytesPerSecond(), rate.why()), wanted.said())
                : wanted;
    }

    @Override
    public void looked(Snapshot now) {
        Optional<Cluster> cluster = now.find(Cluster.class);
        if (planned.isEmpty()
                || cluster.isEmpty()
                || (last != null && now.observedAt().isBefore(last.plus(BETWEEN)))) {
            return;
        }
        last = now.observedAt();
        Burden burden = new Burden(chronicle.acknowledgedWithinMillis(), outOfSync(cluster.get()));
        if (begun) {
            rate.saw(burden, chronicle.leastBytesPerSecond(cluster.get()));
        } else {
            rate.before(burden);
        }
    }

    /**
     * Replicas that were not in sync at the last look either: a reassignment that has just ended shows the replicas it
     * removed for a moment more.
     */
    private int outOfSync(Cluster cluster) {
        Set<Replica> now = new HashSet<>();
        cluster.partitions().forEach(partition -> partition.original().stream()
                .filter(broker -> !partition.inSync(broker) && cluster.alive(broker))
                .forEach(broker -> now.add(new Replica(partition.name(), broker))));
        int still = (int) now.stream().filter(lagging::contains).count();
        lagging = now;
        return still;
    }

    /** One of a partition's. */
    private record Replica(TopicPartition partition, BrokerId broker) {}

    @Override
    public void wrote(Event event) {
        begun |= copies(event);
    }

    /** Whether with it the first copy may begin: the throttle itself is set before. */
    private static boolean copies(Event event) {
        return event instanceof Event.Intended intended && intended.effect() instanceof AlterReassignments;
    }

    @Override
    public void saw(Sighting sighting) {
        // What matters is what the step was looked at in.
    }

    @Override
    public void trouble(Instant at, Problem problem) {
        // Nothing was seen.
    }

    @Override
    public void waits(Instant at, String why) {
        // Nothing was seen.
    }
}
