package io.kash.surgery.simulation;

import io.kash.surgery.coordination.Fence;
import io.kash.surgery.coordination.Store;
import io.kash.surgery.fake.StoreInFront;
import io.kash.surgery.kafka.AlterReassignments;
import io.kash.surgery.kafka.Broker;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Throttles;
import io.kash.surgery.kafka.Topic;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.leadership.ElectLeaders;
import io.kash.surgery.leadership.ElectPace;
import io.kash.surgery.movement.LinkPace;
import io.kash.surgery.movement.MovePlanner;
import io.kash.surgery.movement.MoveReplicas;
import io.kash.surgery.movement.MoveRequest;
import io.kash.surgery.operation.Control;
import io.kash.surgery.operation.Observer;
import io.kash.surgery.operation.Pace;
import io.kash.surgery.operation.Repertoire;
import io.kash.surgery.placement.LivePlacement;
import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** The product with one guard taken out at a time, by what stands between it and the world. */
final class GuardsOff {
    private GuardsOff() {}

    /** Whoever asks is told that the lock is held. */
    static Surgery fenceCheck() {
        return Surgery.AS_IT_IS.withFence(fence -> new Fence() {
            @Override
            public long number() {
                return fence.number();
            }

            @Override
            public void check() {}
        });
    }

    /** What is intended is stored together with what was answered. */
    static Surgery intentBeforeEffect() {
        return Surgery.AS_IT_IS.withStore(ForgetfulStore::new);
    }

    /** Nothing is known of what was set before, so at the end it is deleted: {@code kafka-reassign-partitions --verify}. */
    static Surgery ledger() {
        return Surgery.AS_IT_IS.withEyes(eyes -> scope -> {
            Snapshot snapshot = eyes.read(scope);
            return snapshot.find(Throttles.class)
                    .map(throttles -> snapshot.with(withoutEarlier(throttles)))
                    .orElse(snapshot);
        });
    }

    private static Throttles withoutEarlier(Throttles throttles) {
        SortedMap<BrokerId, Map<String, String>> brokers = new TreeMap<>();
        throttles.brokers().forEach((id, settings) -> {
            Map<String, String> shown = new TreeMap<>(settings);
            shown.values().removeIf("7000000"::equals);
            brokers.put(id, shown);
        });
        return new Throttles(brokers, throttles.topics(), throttles.silent());
    }

    /** Reassignments onto other than new brokers are not seen: the partition seems to be where it was. */
    static Surgery foreignReassignments() {
        return Surgery.AS_IT_IS.withEyes(eyes -> {
            Map<TopicPartition, Partition> atRest = new HashMap<>();
            return seen(
                    eyes,
                    cluster -> partitions(cluster, partition -> {
                        boolean foreign = partition.reassigning()
                                && partition.target().stream().anyMatch(id -> id.value() <= 10);
                        if (!partition.reassigning()) {
                            atRest.put(partition.name(), partition);
                        }
                        return foreign ? atRest.getOrDefault(partition.name(), partition) : partition;
                    }));
        });
    }

    /** Every registered broker seems to be alive; those that are not only seem to be slow to tell their settings. */
    static Surgery deadTargets() {
        return Surgery.AS_IT_IS.withEyes(eyes -> scope -> {
            Snapshot snapshot = eyes.read(scope);
            if (snapshot.find(Cluster.class).isEmpty()) {
                return snapshot;
            }
            Cluster cluster = snapshot.part(Cluster.class);
            TreeSet<BrokerId> silent = new TreeSet<>();
            List<Broker> alive = new ArrayList<>();
            for (Broker broker : cluster.brokers().values()) {
                if (broker.fenced()) {
                    silent.add(broker.id());
                }
                alive.add(new Broker(broker.id(), broker.host(), broker.port(), broker.rack(), false));
            }
            Snapshot shown = snapshot.with(Cluster.of(
                    cluster.id(), cluster.controller(), alive, cluster.topics().values()));
            return snapshot.find(Throttles.class)
                    .map(throttles -> shown.with(new Throttles(throttles.brokers(), throttles.topics(), silent)))
                    .orElse(shown);
        });
    }

    /** Every replica of a partition at rest seems to be in sync. */
    static Surgery laggingStayers() {
        return Surgery.AS_IT_IS.withEyes(eyes -> seen(
                eyes,
                cluster -> partitions(
                        cluster,
                        partition -> partition.reassigning()
                                ? partition
                                : Partition.at(
                                        partition.name(),
                                        partition.replicas(),
                                        partition.replicas(),
                                        partition.leader()))));
    }

    /** Rates that somebody else sets while ours stand are not seen. */
    static Surgery brokenHolds() {
        return Surgery.AS_IT_IS.withEyes(eyes -> {
            Map<String, String> before = new HashMap<>();
            return scope -> {
                Snapshot snapshot = eyes.read(scope);
                return snapshot.find(Throttles.class)
                        .map(throttles -> snapshot.with(hidden(throttles, before)))
                        .orElse(snapshot);
            };
        });
    }

    private static Throttles hidden(Throttles throttles, Map<String, String> before) {
        SortedMap<BrokerId, Map<String, String>> brokers = new TreeMap<>();
        throttles.brokers().forEach((id, settings) -> {
            Map<String, String> shown = new TreeMap<>();
            settings.forEach((key, value) -> {
                boolean others = value.length() == 8 && value.startsWith("3");
                String earlier = before.get(id + key);
                shown.put(key, others && earlier != null ? earlier : value);
                if (!others) {
                    before.put(id + key, value);
                }
            });
            brokers.put(id, shown);
        });
        return new Throttles(brokers, throttles.topics(), throttles.silent());
    }

    /** Takes back all that is in flight, whoever is left to lead it. */
    static Surgery cancelSafety() {
        return Surgery.AS_IT_IS.withRepertoire(new Repertoire()
                .plans(
                        MoveRequest.KIND,
                        MoveRequest.class,
                        (json, environment) -> new MovePlanner(json, environment, new LivePlacement()))
                .performs(MoveReplicas.KIND, MoveReplicas.class, new UnsafePace())
                .performs(ElectLeaders.KIND, ElectLeaders.class, new ElectPace()));
    }

    /** Starts as the product does, and withdraws without a look at who is left. */
    private static final class UnsafePace implements Pace<MoveReplicas> {
        private final Pace<MoveReplicas> pace = new LinkPace();

        @Override
        public List<Effect> next(MoveReplicas step, Snapshot now, Control control) {
            return pace.next(step, now, control);
        }

        @Override
        public List<Effect> withdraw(MoveReplicas step, Snapshot now) {
            SortedMap<TopicPartition, Optional<List<BrokerId>>> back = new TreeMap<>();
            now.part(Cluster.class)
                    .partitions()
                    .filter(Partition::reassigning)
                    .forEach(partition -> back.put(partition.name(), Optional.empty()));
            return back.isEmpty() ? List.of() : List.of(new AlterReassignments(back));
        }

        @Override
        public List<Effect> tidy(MoveReplicas step, Snapshot now) {
            return pace.tidy(step, now);
        }
    }

    /** Whoever looks at sizes alone, to see whether copies come nearer to their end, sees that they do. */
    static Surgery headway() {
        return Surgery.AS_IT_IS.withEyes(eyes -> {
            AtomicLong size = new AtomicLong(Long.MAX_VALUE / 2);
            return scope -> {
                Snapshot snapshot = eyes.read(scope);
                return snapshot.find(Cluster.class).isPresent()
                        ? snapshot
                        : snapshot.with(shrinking(snapshot.part(Disks.class), size.addAndGet(-1_000_000_000_000L)));
            };
        });
    }

    /** All that is there seems to be as large, but for what new brokers hold: nothing. */
    private static Disks shrinking(Disks disks, long size) {
        SortedMap<TopicPartition, Map<BrokerId, Long>> bytes = new TreeMap<>();
        disks.bytes().forEach((partition, held) -> {
            Map<BrokerId, Long> shown = new TreeMap<>();
            held.keySet().forEach(broker -> shown.put(broker, broker.value() > 10 ? 0 : size));
            bytes.put(partition, shown);
        });
        return new Disks(disks.dirs(), bytes);
    }

    private static Observer seen(Observer eyes, UnaryOperator<Cluster> through) {
        return scope -> {
            Snapshot snapshot = eyes.read(scope);
            return snapshot.find(Cluster.class)
                    .map(cluster -> snapshot.with(through.apply(cluster)))
                    .orElse(snapshot);
        };
    }

    private static Cluster partitions(Cluster cluster, UnaryOperator<Partition> through) {
        List<Topic> topics = cluster.topics().values().stream()
                .map(topic ->
                        topic.with(topic.partitions().stream().map(through).toList()))
                .toList();
        return Cluster.of(cluster.id(), cluster.controller(), cluster.brokers().values(), topics);
    }

    /** Says that an intent is stored, and stores it with the next line. */
    private static final class ForgetfulStore extends StoreInFront {
        ForgetfulStore(Store store) {
            super(store);
        }

        @Override
        public Optional<Long> putIf(String key, String value, long version) {
            String last = value.lines().reduce("", (before, line) -> line);
            return key.contains("/journal/") && last.contains("\"intended\"")
                    ? Optional.of(version)
                    : super.putIf(key, value, version);
        }
    }
}
