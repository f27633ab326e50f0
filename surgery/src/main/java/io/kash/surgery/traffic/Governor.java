package io.kash.surgery.traffic;

import io.kash.surgery.kafka.AlterReassignments;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.movement.MoveReplicas;
import io.kash.surgery.operation.Control;
import io.kash.surgery.operation.Event;
import io.kash.surgery.operation.Observer;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.operation.Witness;
import io.kash.surgery.plan.Adjustment;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.throttle.AdaptiveRate;
import io.kash.surgery.throttle.Headway;
import io.kash.surgery.throttle.Headway.Copy;
import io.kash.surgery.throttle.ReplicationThrottle;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets the throttle of an operation follow what the cluster bears, below what operators allow: what it says goes the way
 * of an operator's word, so that it is journaled and the holds follow. It sees what the one loop sees, and the canary's
 * acknowledgements. An operation without a throttle is left alone. Another run begins anew.
 */
public final class Governor implements Supplier<Control>, Witness {
    /**
     * A broker that copies no more than this was not seen to make clients wait, as long as few partitions are copied at once
     * (docs/performance.md); and an operator who allows less than that has been careful already.
     */
    public static final long LEAST_BYTES_PER_SECOND = 5_000_000;

    private static final Duration BETWEEN = Duration.ofSeconds(1);
    /** Sizes of all that is in flight cost their brokers more; they are looked at only while the rate is low. */
    private static final Duration BETWEEN_SIZES = Duration.ofSeconds(2);

    private final Supplier<Control> operators;
    private final Clients clients;
    private final Unsettled unsettled = new Unsettled();
    private final Lacking lacking;
    private final OptionalLong planned;
    private final OptionalInt plannedWindow;
    private final AdaptiveRate rate;
    private final Headway headway = new Headway();
    private Set<Copy> lagging = Set.of();
    private boolean begun;
    private @Nullable Instant last;
    private @Nullable Instant lastSizes;

    /**
     * @param clients who tell how long acknowledgements take; where nobody does it begins at what operators allow
     * @param least what the rate is never lowered below, in bytes a second, at least 1
     */
    public Governor(Supplier<Control> operators, Clients clients, Observer observer, Operation operation, long least) {
        this.operators = operators;
        this.clients = clients;
        this.lacking = new Lacking(observer);
        this.planned = operation.plan().holds().stream()
                .filter(ReplicationThrottle.class::isInstance)
                .mapToLong(hold -> ((ReplicationThrottle) hold).rate().bytesPerSecond())
                .findFirst();
        this.plannedWindow = operation.plan().steps().stream()
                .filter(MoveReplicas.class::isInstance)
                .mapToInt(step -> ((MoveReplicas) step).window())
                .max();
        this.rate = new AdaptiveRate(planned.orElse(1), least);
        this.begun = operation.lines().stream().anyMatch(line -> copies(line.event()));
        if (planned.isPresent()) {
            rate.allow(allowed(operators.get()));
            if (clients.watched().isPresent()) {
                rate.beginLow();
            } else if (operation.limits().because().isPresent()) {
                rate.raise();
            }
        }
    }

    private long allowed(Control wanted) {
        return wanted.limits().bytesPerSecond().orElse(planned.orElse(1));
    }

    @Override
    public Control get() {
        Control wanted = operators.get();
        if (planned.isEmpty()) {
            return wanted;
        }
        rate.allow(allowed(wanted));
        return rate.changed() ? wanted.with(eased(wanted.limits()), wanted.said()) : wanted;
    }

    private Adjustment eased(Adjustment limits) {
        OptionalInt most = limits.window().isPresent() ? limits.window() : plannedWindow;
        OptionalInt window =
                rate.lowered() && most.isPresent() ? OptionalInt.of(rate.window(most.getAsInt())) : limits.window();
        return limits.eased(rate.bytesPerSecond(), window, rate.why());
    }

    @Override
    public void looked(Snapshot now) {
        Optional<Cluster> cluster = now.find(Cluster.class);
        if (planned.isEmpty() || cluster.isEmpty() || !due(last, now.observedAt(), BETWEEN)) {
            return;
        }
        last = now.observedAt();
        OptionalLong millis = acknowledged(cluster.get());
        int outOfSync = outOfSync(cluster.get());
        if (!begun) {
            rate.before(millis, outOfSync);
        } else if (cluster.get()
                .partitions()
                .anyMatch(partition -> !partition.adding().isEmpty())) {
            judge(now, cluster.get(), millis, outOfSync);
        }
    }

    private OptionalLong acknowledged(Cluster cluster) {
        Set<Integer> passedOver =
                clients.watched().map(topic -> unsettled.look(topic, cluster)).orElse(Set.of());
        return clients.acknowledgedWithinMillis(passedOver);
    }

    private void judge(Snapshot now, Cluster cluster, OptionalLong millis, int outOfSync) {
        if (!rate.lowered()) {
            headway.forget();
        } else if (due(lastSizes, now.observedAt(), BETWEEN_SIZES)) {
            lastSizes = now.observedAt();
            headway.missing(now.observedAt(), lacking.look(cluster), rate.bytesPerSecond())
                    .ifPresent(rate::noNearer);
        }
        rate.saw(millis, outOfSync);
    }

    private static boolean due(@Nullable Instant before, Instant now, Duration between) {
        return before == null || !now.isBefore(before.plus(between));
    }

    /**
     * Replicas that were not in sync at the last look either: a reassignment that has just ended shows the replicas it
     * removed for a moment more. What is being reassigned is not counted.
     */
    private int outOfSync(Cluster cluster) {
        Set<Copy> now = new HashSet<>();
        cluster.partitions()
                .filter(partition -> !partition.reassigning())
                .forEach(partition -> partition.replicas().stream()
                        .filter(broker -> !partition.inSync(broker) && cluster.alive(broker))
                        .forEach(broker -> now.add(new Copy(partition.name(), broker))));
        int still = (int) now.stream().filter(lagging::contains).count();
        lagging = now;
        return still;
    }

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
