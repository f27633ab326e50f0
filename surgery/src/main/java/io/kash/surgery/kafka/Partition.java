package io.kash.surgery.kafka;

import java.util.List;
import java.util.Optional;

/**
 * One partition as the controller sees it.
 *
 * @param replicas the assignment; while a reassignment runs, the targets first and then those being removed
 *     (<a href="https://cwiki.apache.org/confluence/x/hMfVAw">KIP-455</a>)
 * @param isr replicas in sync, in no meaningful order
 * @param leader empty when the partition is offline
 * @param adding replicas being added, empty when no reassignment runs
 * @param removing replicas being removed
 */
public record Partition(
        TopicPartition name,
        List<BrokerId> replicas,
        List<BrokerId> isr,
        Optional<BrokerId> leader,
        List<BrokerId> adding,
        List<BrokerId> removing) {

    public Partition {
        replicas = List.copyOf(replicas);
        // Nearly always all are in sync: of 200,000 partitions that is one list less for each.
        isr = isr.equals(replicas) ? replicas : List.copyOf(isr);
        adding = List.copyOf(adding);
        removing = List.copyOf(removing);
    }

    /** A partition at rest. */
    public static Partition at(
            TopicPartition name, List<BrokerId> replicas, List<BrokerId> isr, Optional<BrokerId> leader) {
        return new Partition(name, replicas, isr, leader, List.of(), List.of());
    }

    public boolean reassigning() {
        return !adding.isEmpty() || !removing.isEmpty();
    }

    /** Where the replicas will be once no reassignment runs any more; the first is the preferred leader. */
    public List<BrokerId> target() {
        return without(removing);
    }

    /** Where the replicas were before the reassignment that runs, as a set in no meaningful order. */
    public List<BrokerId> original() {
        return without(adding);
    }

    private List<BrokerId> without(List<BrokerId> some) {
        return some.isEmpty()
                ? replicas
                : replicas.stream().filter(replica -> !some.contains(replica)).toList();
    }

    public boolean inSync(BrokerId replica) {
        return isr.contains(replica);
    }
}
