package io.kash.surgery.rolling;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.BrokerProcesses;
import io.kash.surgery.kafka.BrokerSettings;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.plan.Kind;
import io.kash.surgery.plan.Progress;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Standing;
import io.kash.surgery.plan.Step;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Restarts one broker by the operator's program. It is done when the broker is another process, shows the settings that are
 * expected, and has every replica of its own in sync again; so nothing under min.insync.replicas is left to the next.
 *
 * <p>What happens when it fails half-way: the broker is away or behind, and no other one is touched. The program is not run
 * again for a broker that is another process already. One that does not come back is left as it is, with the reason.
 *
 * @param expected settings it is to show afterwards; none when only the process counts
 * @param accepted topics that may do without it
 * @param patience how long it may take to come back and to catch up
 */
public record RestartBroker(
        Restart restart, SortedMap<String, String> expected, SortedSet<String> accepted, Duration patience)
        implements Step {
    public static final Kind KIND = Kind.of("kafka.restart-broker/1");

    public RestartBroker {
        expected = Collections.unmodifiableSortedMap(new TreeMap<>(expected));
        accepted = Collections.unmodifiableSortedSet(new TreeSet<>(accepted));
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    public BrokerId broker() {
        return restart.broker();
    }

    @Override
    public String title() {
        return "restart broker " + broker();
    }

    @Override
    public Scope scope() {
        return RollRequest.scope(List.of(restart), expected);
    }

    @Override
    public Standing standing(Snapshot now) {
        Cluster cluster = now.part(Cluster.class);
        Renewal renewal = Renewal.of(restart, expected, now);
        boolean alive = cluster.alive(broker());
        if (renewal.complete() && alive) {
            return new Absence(cluster, broker()).behind().isPresent() ? Standing.UNDERWAY : Standing.DONE;
        }
        if (renewal.renewed() && alive && renewal.answered()) {
            return new Standing.Blocked(
                    "broker " + broker() + " has been restarted, and its " + String.join("; ", renewal.differing()));
        }
        if (renewal.renewed() || !alive) {
            return Standing.UNDERWAY;
        }
        return new Absence(cluster, broker())
                .felt(accepted)
                .<Standing>map(why -> new Standing.Blocked("broker " + broker() + " waits: " + why))
                .orElse(Standing.READY);
    }

    /** Whether the program is to be run: the broker is not what it is to be, and nobody would feel its absence. */
    boolean due(Snapshot now) {
        Renewal renewal = Renewal.of(restart, expected, now);
        boolean comesBack = renewal.renewed() && (renewal.complete() || !renewal.answered());
        return !comesBack
                && new Absence(now.part(Cluster.class), broker()).felt(accepted).isEmpty();
    }

    @Override
    public Snapshot project(Snapshot before) {
        Snapshot after = before;
        Optional<BrokerSettings> settings = before.find(BrokerSettings.class);
        if (settings.isPresent()) {
            SortedMap<BrokerId, Map<String, String>> byBroker =
                    new TreeMap<>(settings.get().byBroker());
            Map<String, String> shown = new TreeMap<>(byBroker.getOrDefault(broker(), Map.of()));
            shown.putAll(expected);
            byBroker.put(broker(), shown);
            after = after.with(new BrokerSettings(byBroker, settings.get().silent()));
        }
        Optional<BrokerProcesses> processes = before.find(BrokerProcesses.class);
        if (processes.isPresent() && restart.process().isPresent()) {
            SortedMap<BrokerId, String> byBroker = new TreeMap<>(processes.get().byBroker());
            byBroker.put(broker(), "after " + restart.process().get());
            after = after.with(new BrokerProcesses(byBroker));
        }
        return after;
    }

    /** Never in flight: what the program has begun goes on without anybody watching it. */
    @Override
    public Progress progress(Snapshot now) {
        return new Progress(Progress.Unit.SERVERS, standing(now).equals(Standing.DONE) ? 1 : 0, 1, 0);
    }
}
