package io.kash.surgery.movement;

import io.kash.surgery.check.MixedRacks;
import io.kash.surgery.check.OfflinePartitions;
import io.kash.surgery.check.UncleanElection;
import io.kash.surgery.kafka.Broker;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.kafka.Topic;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The checks a move must pass before it is shown, each of them for a harm that was seen somewhere. */
final class Preflight {
    /** Checks that status shows of the whole cluster and a move makes of what it touches. */
    private static final List<Check> TOUCHED =
            List.of(new OfflinePartitions(), new UncleanElection(), new MixedRacks());

    private Preflight() {}

    /** Kafka takes a reassignment onto a broker that is down and then never finishes it. */
    static Check targets(Collection<BrokerId> targets) {
        return snapshot -> {
            Cluster cluster = snapshot.part(Cluster.class);
            List<Finding> findings = new ArrayList<>();
            for (BrokerId target : new TreeSet<>(targets)) {
                Optional<Broker> broker = cluster.broker(target);
                if (broker.isEmpty()) {
                    findings.add(Finding.refusal(
                            "broker " + target + " is not registered",
                            "replicas go only to brokers that are up; a move onto a missing one never ends",
                            "start it, or name another broker; broker list shows those there are"));
                } else if (!broker.get().alive()) {
                    findings.add(Finding.refusal(
                            "broker " + target + " is fenced",
                            "replicas go only to brokers that take part",
                            "wait until it has caught up with the controller, or name another broker"));
                }
            }
            return findings;
        };
    }

    /** A topic this principal may not describe is not listed, and a drain would call a broker empty that is not. */
    static Check hiddenReplicas(Set<BrokerId> from) {
        return snapshot -> {
            Cluster cluster = snapshot.part(Cluster.class);
            Disks disks = snapshot.part(Disks.class);
            TreeSet<String> hidden = new TreeSet<>();
            disks.bytes().forEach((name, byBroker) -> {
                if (cluster.topic(name.topic()).isEmpty()
                        && byBroker.keySet().stream().anyMatch(from::contains)) {
                    hidden.add(name.topic());
                }
            });
            return hidden.isEmpty()
                    ? List.of()
                    : List.of(Finding.refusal(
                            "the brokers' disks hold replicas of topics that are not listed: " + Titles.names(hidden),
                            "every replica on a broker must be seen before it can be called empty",
                            "give this principal DESCRIBE on all topics; for a topic that was deleted, wait until its"
                                    + " files are gone"));
        };
    }

    /** Everything that depends on the moves themselves. */
    static Check moves(List<Move> moves, MoveLimits limits) {
        return snapshot -> {
            List<Finding> findings = new ArrayList<>(foreignReassignments(snapshot));
            Snapshot touched = touched(moves, snapshot);
            TOUCHED.forEach(check -> findings.addAll(check.look(touched)));
            findings.addAll(laggingStayers(moves, snapshot));
            findings.addAll(roomOnDisks(moves, limits, snapshot));
            return findings;
        };
    }

    /** The snapshot as if there were only the partitions that move and the brokers they will be on. */
    private static Snapshot touched(List<Move> moves, Snapshot snapshot) {
        Cluster cluster = snapshot.part(Cluster.class);
        SortedMap<String, List<Partition>> partitions = new TreeMap<>();
        SortedMap<BrokerId, Broker> brokers = new TreeMap<>();
        for (Move move : moves) {
            cluster.partition(move.partition()).ifPresent(partition -> partitions
                    .computeIfAbsent(move.partition().topic(), topic -> new ArrayList<>())
                    .add(partition));
            move.to().forEach(id -> cluster.broker(id).ifPresent(broker -> brokers.put(id, broker)));
        }
        List<Topic> topics = new ArrayList<>();
        partitions.forEach((name, some) -> cluster.topic(name).ifPresent(topic -> topics.add(topic.with(some))));
        return snapshot.with(Cluster.of(cluster.id(), cluster.controller(), brokers.values(), topics));
    }

    /** Kafka lets the latest request win and tells nobody, so work of others is never written over. */
    private static List<Finding> foreignReassignments(Snapshot snapshot) {
        List<TopicPartition> running = snapshot.part(Cluster.class)
                .partitions()
                .filter(Partition::reassigning)
                .map(Partition::name)
                .toList();
        return running.isEmpty()
                ? List.of()
                : List.of(Finding.refusal(
                        Titles.count(running.size(), "partition") + (running.size() == 1 ? " is" : " are")
                                + " being reassigned already: " + Titles.names(running),
                        "no move is written over another",
                        "reassignments list shows them; wait for their end, or reassignments cancel <partition>"));
    }

    /** A replica that stays and is not in sync keeps the reassignment from ever completing (KAFKA-19975). */
    private static List<Finding> laggingStayers(List<Move> moves, Snapshot snapshot) {
        Cluster cluster = snapshot.part(Cluster.class);
        List<Finding> findings = new ArrayList<>();
        for (Move move : moves) {
            Partition partition = cluster.partition(move.partition()).orElseThrow();
            List<BrokerId> lagging = move.staying().stream()
                    .filter(broker -> !partition.inSync(broker))
                    .toList();
            if (partition.leader().isPresent() && !partition.reassigning() && !lagging.isEmpty()) {
                findings.add(Finding.refusal(
                        move.partition() + ": replica " + Titles.brokers(lagging) + " stays and is not in sync",
                        "a reassignment completes only when every replica of the target is in sync",
                        "start the broker or wait until it has caught up, or leave the topic out with --topics"));
            }
        }
        return findings;
    }

    private static List<Finding> roomOnDisks(List<Move> moves, MoveLimits limits, Snapshot snapshot) {
        Disks disks = snapshot.part(Disks.class);
        SortedMap<BrokerId, Long> incoming = new TreeMap<>();
        for (Move move : moves) {
            move.adding().forEach(broker -> incoming.merge(broker, move.bytes(), Long::sum));
        }
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<BrokerId, Long> entry : incoming.entrySet()) {
            List<Disks.LogDir> dirs = disks.dirs().getOrDefault(entry.getKey(), List.of());
            dirs.stream()
                    .filter(dir -> !dir.error().isEmpty())
                    .forEach(dir -> findings.add(offline(entry.getKey(), dir)));
            roomOn(entry.getKey(), entry.getValue(), dirs, limits).ifPresent(findings::add);
        }
        return findings;
    }

    private static Finding offline(BrokerId broker, Disks.LogDir dir) {
        return Finding.refusal(
                "broker " + broker + ": log directory " + dir.path() + " is offline: " + dir.error(),
                "replicas go only to brokers whose disks are well",
                "mend the disk and restart the broker, or leave it out with --to");
    }

    /** Below Kafka 3.3 a broker does not say how large its volumes are, and nothing can be checked. */
    private static Optional<Finding> roomOn(
            BrokerId broker, long incomingBytes, List<Disks.LogDir> dirs, MoveLimits limits) {
        if (dirs.isEmpty()
                || dirs.stream()
                        .anyMatch(dir ->
                                dir.totalBytes().isEmpty() || dir.usableBytes().isEmpty())) {
            return Optional.empty();
        }
        long total = dirs.stream().mapToLong(dir -> dir.totalBytes().orElse(0)).sum();
        long usable =
                dirs.stream().mapToLong(dir -> dir.usableBytes().orElse(0)).sum();
        long reserve = total / 100 * limits.diskFreePercent();
        return usable - incomingBytes >= reserve
                ? Optional.empty()
                : Optional.of(Finding.refusal(
                        "broker " + broker + " would receive " + incomingBytes + " bytes and has " + usable + " of "
                                + total + " left",
                        limits.diskFreePercent() + " % of its volume must stay free",
                        "name more brokers with --to, grow the volume, or change limits.disk-free"));
    }
}
