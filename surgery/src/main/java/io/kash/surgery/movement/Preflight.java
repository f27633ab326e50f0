package io.kash.surgery.movement;

import io.kash.surgery.check.LaggingStayers;
import io.kash.surgery.check.MixedRacks;
import io.kash.surgery.check.OfflinePartitions;
import io.kash.surgery.check.OnlineTargets;
import io.kash.surgery.check.RoomOnDisks;
import io.kash.surgery.check.RunningReassignments;
import io.kash.surgery.check.UncleanElection;
import io.kash.surgery.kafka.Broker;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Topic;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The checks a move must pass before it is shown: those of the whole cluster, made of what the move touches. */
final class Preflight {
    /** Checks that status shows of the whole cluster and a move makes of what it touches. */
    private static final List<Check> TOUCHED =
            List.of(new OfflinePartitions(), new UncleanElection(), new MixedRacks());

    private Preflight() {}

    /** Everything that depends on the moves themselves. */
    static Check moves(List<Move> moves, MoveLimits limits) {
        return snapshot -> {
            List<Finding> findings = new ArrayList<>(new RunningReassignments().look(snapshot));
            Snapshot touched = touched(moves, snapshot);
            TOUCHED.forEach(check -> findings.addAll(check.look(touched)));
            SortedMap<BrokerId, Long> incoming = incoming(moves);
            findings.addAll(LaggingStayers.of(staying(moves)).look(snapshot));
            findings.addAll(new OnlineTargets(incoming.keySet()).look(snapshot));
            findings.addAll(new RoomOnDisks(incoming, limits.diskFreePercent()).look(snapshot));
            return findings;
        };
    }

    /** The snapshot as if there were only the partitions that move and the brokers they will be on. */
    private static Snapshot touched(List<Move> moves, Snapshot snapshot) {
        Cluster cluster = snapshot.part(Cluster.class);
        Map<String, List<Partition>> partitions = new HashMap<>();
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

    private static Map<TopicPartition, List<BrokerId>> staying(List<Move> moves) {
        Map<TopicPartition, List<BrokerId>> staying = new HashMap<>();
        moves.forEach(move -> staying.put(move.partition(), move.staying()));
        return staying;
    }

    private static SortedMap<BrokerId, Long> incoming(List<Move> moves) {
        SortedMap<BrokerId, Long> incoming = new TreeMap<>();
        for (Move move : moves) {
            move.adding().forEach(broker -> incoming.merge(broker, move.bytes(), Long::sum));
        }
        return incoming;
    }
}
