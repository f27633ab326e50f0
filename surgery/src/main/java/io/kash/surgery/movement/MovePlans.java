package io.kash.surgery.movement;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Throttles;
import io.kash.surgery.kafka.Topic;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.leadership.ElectLeaders;
import io.kash.surgery.plan.Cost;
import io.kash.surgery.plan.Digest;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Json;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Proposal;
import io.kash.surgery.plan.Request;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Target;
import io.kash.surgery.throttle.ReplicationThrottle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** From wanted assignments to a plan: throttle, move, elect. Every request that moves replicas is planned here. */
final class MovePlans {
    private final Json json;
    private final String environment;

    MovePlans(Json json, String environment) {
        this.json = json;
        this.environment = environment;
    }

    Proposal propose(
            Request request,
            MoveLimits limits,
            SortedMap<TopicPartition, List<BrokerId>> targets,
            List<Finding> findings,
            Snapshot before) {
        Cluster cluster = before.part(Cluster.class);
        Disks disks = before.part(Disks.class);
        List<Move> moves = moves(cluster, disks, targets);
        List<Finding> refusals = new ArrayList<>(findings);
        if (!moves.isEmpty()) {
            refusals.addAll(Preflight.moves(moves, limits).look(before));
        }
        refusals.removeIf(finding -> finding.severity() != Finding.Severity.REFUSAL);
        if (!refusals.isEmpty()) {
            return new Proposal.Refused(refusals);
        }
        if (moves.isEmpty()) {
            return new Proposal.NothingToDo("every replica is where it should be");
        }
        return new Proposal.Proposed(plan(request, limits, moves, before));
    }

    /** A plan of moves that have passed every check, or that run already. */
    Plan plan(Request request, MoveLimits limits, List<Move> moves, Snapshot before) {
        long bytes = moves.stream().mapToLong(Move::bytesToCopy).sum();
        List<TopicPartition> partitions = moves.stream().map(Move::partition).toList();
        return new Plan(
                new Target(environment, before.part(Cluster.class).id()),
                request,
                List.of(throttle(moves, limits)),
                List.of(new MoveReplicas(moves, limits.window()), new ElectLeaders(partitions)),
                new Cost(bytes, bytes, limits.throttle().bytesPerSecond(), limits.window()),
                basis(request, moves, before));
    }

    private static List<Move> moves(Cluster cluster, Disks disks, SortedMap<TopicPartition, List<BrokerId>> targets) {
        List<Move> moves = new ArrayList<>();
        targets.forEach((name, target) -> {
            Topic topic = cluster.topic(name.topic()).orElseThrow();
            Partition partition = cluster.partition(name).orElseThrow();
            moves.add(new Move(name, topic.id(), partition.target(), target, disks.bytes(name)));
        });
        return moves;
    }

    private static ReplicationThrottle throttle(List<Move> moves, MoveLimits limits) {
        Set<BrokerId> brokers = new HashSet<>();
        Map<String, List<String>> sending = new HashMap<>();
        Map<String, List<String>> receiving = new HashMap<>();
        for (Move move : moves) {
            List<BrokerId> adding = move.adding();
            // Any replica in sync may come to lead while the others copy from it.
            add(sending, move, move.from());
            add(receiving, move, adding);
            brokers.addAll(move.from());
            brokers.addAll(adding);
        }
        return new ReplicationThrottle(
                limits.throttle(), new TreeSet<>(brokers), new TreeMap<>(sending), new TreeMap<>(receiving));
    }

    private static void add(Map<String, List<String>> lists, Move move, List<BrokerId> brokers) {
        if (!brokers.isEmpty()) {
            List<String> list = lists.computeIfAbsent(move.partition().topic(), topic -> new ArrayList<>());
            brokers.forEach(broker -> list.add(move.partition().partition() + ":" + broker));
        }
    }

    /**
     * What this plan depends on: the assignment, topic id and running reassignment of what it touches, the brokers, and
     * the throttles. Sizes, leaders and in-sync replicas change by themselves and do not make it stale; the checks
     * before every step look at those. Where a placement chooses the targets by size, those are not part of it either:
     * the targets consented to stay as good as they were.
     */
    private Digest basis(Request request, List<Move> moves, Snapshot before) {
        Cluster cluster = before.part(Cluster.class);
        List<Object> basis = new ArrayList<>();
        basis.add(cluster.id());
        cluster.brokers()
                .forEach((id, broker) -> basis.add(List.of(id, broker.rack().orElse(""), broker.fenced())));
        if (request instanceof MoveRequest placed && placed.level()) {
            cluster.topics().values().stream()
                    .filter(topic -> placed.includes(topic.name()))
                    .forEach(topic -> topic.partitions()
                            .forEach(
                                    partition -> basis.add(List.of(partition.name(), topic.id(), partition.target()))));
        } else if (request instanceof MoveRequest) {
            moves.forEach(move -> basis.add(List.of(move.partition(), move.topicId(), move.from())));
        } else {
            moves.forEach(move -> basis.add(List.of(move.partition(), move.topicId(), move.from(), move.to())));
        }
        Throttles throttles = before.part(Throttles.class);
        basis.add(throttles.brokers());
        basis.add(throttles.topics());
        return json.digest(basis);
    }
}
