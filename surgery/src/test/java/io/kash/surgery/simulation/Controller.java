package io.kash.surgery.simulation;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.TopicPartition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What Kafka's controller does when it is told, the bad included: the last reassignment wins and nobody hears of it; KRaft
 * takes a target that is down; ZooKeeper mode cancels though nobody is left to lead (KAFKA-14424).
 */
final class Controller {
    private final KafkaWorld world;

    Controller(KafkaWorld world) {
        this.world = world;
    }

    /** The reason it is refused for, empty when it was taken. */
    Optional<String> reassign(TopicPartition name, List<BrokerId> target, boolean ours, long nowMillis) {
        Optional<SimPartition> found = world.partition(name);
        if (found.isEmpty()) {
            return Optional.of("This server does not host this topic-partition.");
        }
        SimPartition partition = found.get();
        List<BrokerId> original = partition.original();
        if (target.isEmpty() || new HashSet<>(target).size() < target.size()) {
            return Optional.of("Duplicate replicas not allowed in partition assignment");
        }
        for (BrokerId replica : target) {
            boolean dead = !world.alive(replica);
            boolean added = !original.contains(replica);
            if (!world.brokers.containsKey(replica) || (dead && added && world.mode == KafkaWorld.Mode.ZOOKEEPER)) {
                return Optional.of("Replica assignment has brokers that are not alive");
            }
        }
        List<BrokerId> removing =
                original.stream().filter(id -> !target.contains(id)).toList();
        List<BrokerId> adding =
                target.stream().filter(id -> !original.contains(id)).toList();
        List<BrokerId> all = new ArrayList<>(target);
        all.addAll(removing);
        // What an earlier reassignment was adding and this one does not want is deleted at once.
        List<BrokerId> isr = partition.isr.stream().filter(all::contains).toList();
        if (isr.isEmpty()) {
            return Optional.of("would leave nobody in sync");
        }
        partition.isr = isr;
        partition.settle(all);
        partition.adding = adding;
        partition.removing = removing;
        partition.settledAtMillis = nowMillis;
        if (partition.reassigning()) {
            partition.started = Optional.of(new SimPartition.Started(ours, nowMillis));
        }
        if (partition.leader.filter(all::contains).isEmpty()) {
            partition.lead(all.stream()
                    .filter(id -> isr.contains(id) && world.alive(id))
                    .findFirst());
        }
        return Optional.empty();
    }

    Optional<String> cancel(TopicPartition name) {
        Optional<SimPartition> found = world.partition(name);
        if (found.isEmpty()) {
            return Optional.of("This server does not host this topic-partition.");
        }
        SimPartition partition = found.get();
        if (!partition.reassigning()) {
            // The client is told so, and it is no error to it.
            return Optional.empty();
        }
        List<BrokerId> back = partition.original();
        Optional<BrokerId> leader = back.stream()
                .filter(id -> partition.isr.contains(id) && world.alive(id))
                .findFirst();
        if (leader.isEmpty() && world.mode == KafkaWorld.Mode.KRAFT) {
            return Optional.of("Unable to revert: it would require an unclean leader election");
        }
        if (partition.leader.filter(back::contains).isEmpty()) {
            partition.lead(leader);
        }
        List<BrokerId> isr = partition.isr.stream().filter(back::contains).toList();
        // In ZooKeeper mode the ISR then names replicas that are none.
        partition.isr = isr.isEmpty() ? partition.isr : isr;
        partition.settle(back);
        return Optional.empty();
    }

    Optional<String> elect(TopicPartition name) {
        Optional<SimPartition> found = world.partition(name);
        if (found.isEmpty()) {
            return Optional.of("This server does not host this topic-partition.");
        }
        SimPartition partition = found.get();
        BrokerId preferred = partition.target().get(0);
        if (partition.leader.filter(preferred::equals).isPresent()) {
            return Optional.empty();
        }
        if (!world.alive(preferred) || !partition.isr.contains(preferred)) {
            return Optional.of("The preferred leader was not available");
        }
        partition.lead(Optional.of(preferred));
        return Optional.empty();
    }
}
