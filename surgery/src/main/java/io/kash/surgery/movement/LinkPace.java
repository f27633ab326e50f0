package io.kash.surgery.movement;

import io.kash.surgery.kafka.AlterReassignments;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.ElectPreferred;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Topic;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.operation.Control;
import io.kash.surgery.operation.Pace;
import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Keeps every broker's links busy and none over its bounds ({@link io.kash.surgery.schedule.Admission}), and hands
 * leadership to other replicas in sync where sending would take longer than receiving
 * ({@link io.kash.surgery.schedule.Sources}). Partitions of internal topics go one at a time beside the others: their
 * coordinators reload when leadership moves.
 *
 * <p>Kafka elects the first replica only. So a partition of which a replica stays is moved to the wanted replicas with the
 * one that is to send in front; one of which none stays has its own replicas put in that order first, which moves no data
 * and is done for a few at a time. What is then in another order than wanted is put right when it has arrived, or when
 * the operation ends before.
 *
 * <p>Nothing is remembered: what was begun is seen in the order of the replicas.
 */
public final class LinkPace implements Pace<MoveReplicas> {
    /** How many partitions may wait for their turn with replicas in another order. */
    private static final int TURNED_AT_ONCE = 20;
    /** Every election makes clients look for their leader anew. */
    private static final int ELECTED_AT_ONCE = 20;
    /** Partitions in one request. */
    private static final int SENT_AT_ONCE = 500;

    @Override
    public List<Effect> next(MoveReplicas step, Snapshot now, Control control) {
        if (control.startsNothing() || step.standing(now) instanceof Standing.Blocked) {
            return List.of();
        }
        Traffic traffic = new Traffic(step, now, control);
        SortedMap<TopicPartition, Optional<List<BrokerId>>> sent = new TreeMap<>();
        SortedSet<TopicPartition> elected = new TreeSet<>();
        for (Way way : traffic.ways()) {
            if (way.standing() == MoveStanding.OUT_OF_ORDER) {
                put(sent, way, way.move().to());
            } else if (way.turned()) {
                if (way.canBeLedByFirst()) {
                    add(elected, way);
                } else if (traffic.room(way)) {
                    put(sent, way, way.target(way.partition().replicas().get(0)));
                }
            } else if (way.standing() == MoveStanding.MOVING && way.handsOver()) {
                add(elected, way);
            }
        }
        begin(traffic, sent, elected);
        List<Effect> effects = new ArrayList<>();
        if (!elected.isEmpty()) {
            effects.add(new ElectPreferred(elected));
        }
        if (!sent.isEmpty()) {
            effects.add(new AlterReassignments(sent));
        }
        return effects;
    }

    private static void begin(
            Traffic traffic,
            SortedMap<TopicPartition, Optional<List<BrokerId>>> sent,
            SortedSet<TopicPartition> elected) {
        long turned = traffic.ways().stream().filter(Way::turned).count();
        for (Traffic.Choice choice : traffic.choices()) {
            Way way = choice.way();
            if (way.sendsFirst(choice.source())) {
                put(sent, way, way.target(choice.source()));
            } else if (way.partition().replicas().get(0).equals(choice.source())) {
                add(elected, way);
            } else if (turned < TURNED_AT_ONCE) {
                turned++;
                put(sent, way, Way.inFront(choice.source(), way.partition().replicas()));
            }
        }
    }

    private static void put(
            SortedMap<TopicPartition, Optional<List<BrokerId>>> sent, Way way, List<BrokerId> replicas) {
        if (sent.size() < SENT_AT_ONCE) {
            sent.put(way.move().partition(), Optional.of(replicas));
        }
    }

    private static void add(SortedSet<TopicPartition> elected, Way way) {
        if (elected.size() < ELECTED_AT_ONCE) {
            elected.add(way.move().partition());
        }
    }

    /**
     * Those that still move and whose original replicas can take over again; the others finish. Where the replicas are
     * those wanted already, and only not in sync yet, there is nothing left to take back.
     */
    @Override
    public List<Effect> withdraw(MoveReplicas step, Snapshot now) {
        Cluster cluster = now.part(Cluster.class);
        SortedMap<TopicPartition, Optional<List<BrokerId>>> back = new TreeMap<>();
        for (Move move : step.moves()) {
            if (MoveStanding.of(move, cluster) == MoveStanding.MOVING && safelyBack(move, cluster)) {
                back.put(move.partition(), Optional.empty());
            }
        }
        return effects(back);
    }

    private static boolean safelyBack(Move move, Cluster cluster) {
        Optional<Partition> partition = cluster.partition(move.partition());
        Optional<Topic> topic = cluster.topic(move.partition().topic());
        return partition.isPresent()
                && topic.isPresent()
                && CancelSafety.objection(partition.get(), topic.get(), cluster).isEmpty();
    }

    /** Replicas at rest in an order that was neither there nor wanted: ours while it moved, or Kafka's after a cancel. */
    @Override
    public List<Effect> tidy(MoveReplicas step, Snapshot now) {
        Cluster cluster = now.part(Cluster.class);
        SortedMap<TopicPartition, Optional<List<BrokerId>>> ordered = new TreeMap<>();
        for (Move move : step.moves()) {
            MoveStanding standing = MoveStanding.of(move, cluster);
            if (standing == MoveStanding.OUT_OF_ORDER) {
                ordered.put(move.partition(), Optional.of(move.to()));
            } else if (standing == MoveStanding.PENDING
                    && cluster.partition(move.partition())
                            .filter(partition -> MoveStanding.displaced(move, partition))
                            .isPresent()) {
                ordered.put(move.partition(), Optional.of(move.from()));
            }
        }
        return effects(ordered);
    }

    private static List<Effect> effects(SortedMap<TopicPartition, Optional<List<BrokerId>>> targets) {
        return targets.isEmpty() ? List.of() : List.of(new AlterReassignments(targets));
    }
}
