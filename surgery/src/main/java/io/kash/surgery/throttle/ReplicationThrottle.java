package io.kash.surgery.throttle;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kash.surgery.environment.ByteRate;
import io.kash.surgery.kafka.AlterConfigs;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.kafka.Throttles;
import io.kash.surgery.kafka.ThrottlesLook;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.plan.Adjustment;
import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Hold;
import io.kash.surgery.plan.Kind;
import io.kash.surgery.plan.Ledger;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Limits what brokers send and receive for the replicas that move (KIP-73), and for no others. Other people's rates are
 * replaced while it stands and put back; their entries in the topics' lists stay where they are. Brokers that are down
 * cannot be told anything and are left out (KAFKA-13392).
 *
 * @param rate the most each broker sends, and the most it receives
 * @param brokers brokers that send or receive
 * @param sending replicas that are read from, as {@code partition:broker}, by topic
 * @param receiving replicas that are being added, likewise
 * @param earlierRates rates that were ours before they were changed while the throttle stood, the oldest first
 */
public record ReplicationThrottle(
        ByteRate rate,
        SortedSet<BrokerId> brokers,
        SortedMap<String, List<String>> sending,
        SortedMap<String, List<String>> receiving,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ByteRate> earlierRates)
        implements Hold {
    public static final Kind KIND = Kind.of("kafka.replication-throttle/1");

    public ReplicationThrottle {
        brokers = Collections.unmodifiableSortedSet(new TreeSet<>(brokers));
        sending = Collections.unmodifiableSortedMap(new TreeMap<>(sending));
        receiving = Collections.unmodifiableSortedMap(new TreeMap<>(receiving));
        earlierRates = List.copyOf(Objects.requireNonNullElse(earlierRates, List.of()));
    }

    /** A throttle as it is planned. */
    public ReplicationThrottle(
            ByteRate rate,
            SortedSet<BrokerId> brokers,
            SortedMap<String, List<String>> sending,
            SortedMap<String, List<String>> receiving) {
        this(rate, brokers, sending, receiving, List.of());
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String title() {
        return Titles.count(brokers.size(), "broker") + ", " + Titles.count(sending.size(), "topic") + " at " + rate;
    }

    @Override
    public Scope scope() {
        return Scope.of(
                new ClusterLook(Selection.of(sending.keySet())), new ThrottlesLook(Selection.of(sending.keySet())));
    }

    @Override
    public Ledger found(Snapshot before) {
        Throttles throttles = before.part(Throttles.class);
        Map<String, Optional<String>> values = new TreeMap<>();
        Cluster cluster = before.part(Cluster.class);
        settings().stream()
                .filter(setting -> setting.known(cluster, throttles))
                .forEach(setting -> values.put(setting.ledgerKey(), setting.now(throttles)));
        return new Ledger(values);
    }

    @Override
    public Hold adjusted(Adjustment limits) {
        ByteRate planned = earlierRates.isEmpty() ? rate : earlierRates.get(0);
        ByteRate wanted = limits.bytesPerSecond().isPresent()
                ? new ByteRate(limits.bytesPerSecond().getAsLong())
                : planned;
        if (wanted.equals(rate)) {
            return this;
        }
        List<ByteRate> earlier = new ArrayList<>(earlierRates);
        if (!earlier.contains(rate)) {
            earlier.add(rate);
        }
        return new ReplicationThrottle(wanted, brokers, sending, receiving, earlier);
    }

    @Override
    public State state(Ledger found, Snapshot now) {
        Throttles throttles = now.part(Throttles.class);
        Optional<String> missing = Optional.empty();
        for (ThrottleSetting setting : reachable(now)) {
            Optional<String> before = found.values().get(setting.ledgerKey());
            if (before == null || setting.ours(throttles)) {
                continue;
            }
            String what = setting.ledgerKey() + " is " + setting.now(throttles).orElse("not set");
            if (setting.foreign(before, throttles)) {
                return new State.Foreign(what);
            }
            missing = Optional.of(what);
        }
        return missing.<State>map(State.Missing::new).orElseGet(State.Stands::new);
    }

    @Override
    public List<Effect> acquire(Snapshot now) {
        Throttles throttles = now.part(Throttles.class);
        List<AlterConfigs.Change> changes = new ArrayList<>();
        reachable(now).forEach(setting -> setting.acquire(throttles).ifPresent(changes::add));
        return effects(changes);
    }

    @Override
    public List<Effect> follow(Ledger found, Snapshot now) {
        Throttles throttles = now.part(Throttles.class);
        List<AlterConfigs.Change> changes = new ArrayList<>();
        reachable(now).stream()
                .filter(setting -> found.values().containsKey(setting.ledgerKey()) && setting.ours(throttles))
                .forEach(setting -> setting.acquire(throttles).ifPresent(changes::add));
        return effects(changes);
    }

    @Override
    public List<Effect> restore(Ledger found, Snapshot now) {
        Throttles throttles = now.part(Throttles.class);
        List<AlterConfigs.Change> changes = new ArrayList<>();
        for (ThrottleSetting setting : reachable(now)) {
            Optional<String> value = found.values().get(setting.ledgerKey());
            if (value != null) {
                setting.restore(value, throttles).ifPresent(changes::add);
            }
        }
        return effects(changes);
    }

    /** Brokers that are down cannot be asked or told; a topic that is gone took its lists along. */
    private List<ThrottleSetting> reachable(Snapshot now) {
        Cluster cluster = now.part(Cluster.class);
        Throttles throttles = now.part(Throttles.class);
        return settings().stream()
                .filter(setting -> setting.reachable(cluster, throttles))
                .toList();
    }

    private List<ThrottleSetting> settings() {
        List<ThrottleSetting> settings = new ArrayList<>();
        String bytes = Long.toString(rate.bytesPerSecond());
        List<String> earlier = earlierRates.stream()
                .map(one -> Long.toString(one.bytesPerSecond()))
                .toList();
        for (BrokerId broker : brokers) {
            settings.add(new ThrottleRate(broker, Throttles.LEADER_RATE, bytes, earlier));
            settings.add(new ThrottleRate(broker, Throttles.FOLLOWER_RATE, bytes, earlier));
        }
        sending.forEach(
                (topic, entries) -> settings.add(new ThrottledReplicas(topic, Throttles.LEADER_REPLICAS, entries)));
        receiving.forEach(
                (topic, entries) -> settings.add(new ThrottledReplicas(topic, Throttles.FOLLOWER_REPLICAS, entries)));
        return settings;
    }

    private static List<Effect> effects(List<AlterConfigs.Change> changes) {
        return changes.isEmpty() ? List.of() : List.of(new AlterConfigs(changes));
    }
}
