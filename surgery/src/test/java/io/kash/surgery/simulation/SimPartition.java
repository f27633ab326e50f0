package io.kash.surgery.simulation;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.TopicPartition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One partition: what the controller holds of it, and what is in the replicas' logs. */
final class SimPartition {
    final TopicPartition name;
    final Map<BrokerId, RecordLog> logs = new TreeMap<>();
    /** Looks in a row at which a replica in sync was behind. */
    final Map<BrokerId, Integer> behind = new TreeMap<>();
    /** What producers were told is safe. */
    final RecordLog acknowledged = new RecordLog();

    /** How many replicas it was created with. */
    final int factor;

    List<BrokerId> replicas;
    List<BrokerId> isr;
    Optional<BrokerId> leader;
    List<BrokerId> adding = List.of();
    List<BrokerId> removing = List.of();
    int epoch = 1;
    long highWatermark;
    /** What producers send in one tick. */
    int recordsPerTick;
    /** When its replicas last came to be what they are. */
    long settledAtMillis;
    /** Who asked for the reassignment that runs, and when. */
    Optional<Started> started = Optional.empty();

    /** A reassignment's beginning. */
    record Started(boolean ours, long atMillis) {}

    SimPartition(TopicPartition name, List<BrokerId> replicas, long records, int recordsPerTick) {
        this.name = name;
        this.factor = replicas.size();
        this.replicas = List.copyOf(replicas);
        this.isr = List.copyOf(replicas);
        this.leader = Optional.of(replicas.get(0));
        this.recordsPerTick = recordsPerTick;
        for (BrokerId replica : replicas) {
            log(replica).append(epoch, records);
        }
        highWatermark = records;
        acknowledged.append(epoch, records);
    }

    RecordLog log(BrokerId broker) {
        return logs.computeIfAbsent(broker, none -> new RecordLog());
    }

    boolean reassigning() {
        return !adding.isEmpty() || !removing.isEmpty();
    }

    List<BrokerId> target() {
        return replicas.stream().filter(id -> !removing.contains(id)).toList();
    }

    List<BrokerId> original() {
        return replicas.stream().filter(id -> !adding.contains(id)).toList();
    }

    void lead(Optional<BrokerId> newLeader) {
        if (!newLeader.equals(leader)) {
            leader = newLeader;
            epoch++;
        }
    }

    void settle(List<BrokerId> at) {
        replicas = List.copyOf(at);
        adding = List.of();
        removing = List.of();
        started = Optional.empty();
        // The files of a replica that is no longer one are deleted.
        logs.keySet().retainAll(replicas);
        behind.keySet().retainAll(replicas);
    }

    void leaveIsr(BrokerId broker) {
        List<BrokerId> rest = new ArrayList<>(isr);
        rest.remove(broker);
        isr = List.copyOf(rest);
    }

    /** Whether nothing that was acknowledged is gone from whoever leads, or could. */
    boolean keepsWhatItAcknowledged() {
        long wanted = acknowledged.end();
        if (leader.isPresent()) {
            return log(leader.get()).common(acknowledged) >= wanted;
        }
        return logs.values().stream().anyMatch(log -> log.common(acknowledged) >= wanted);
    }

    Partition view() {
        return new Partition(name, replicas, isr, leader, adding, removing);
    }
}
