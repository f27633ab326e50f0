package io.kash.surgery.simulation;

import io.kash.surgery.kafka.AlterReassignments;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.operation.Event;
import io.kash.surgery.plan.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** What must hold at every moment. It sees the whole world; the shells see what their ports show them. */
final class Watch {
    private final Simulation simulation;

    Watch(Simulation simulation) {
        this.simulation = simulation;
    }

    /** After everything that happens in the cluster. */
    void look() {
        Map<BrokerId, Integer> receiving = new TreeMap<>();
        for (SimTopic topic : simulation.world().topics.values()) {
            for (SimPartition partition : topic.partitions) {
                if (!partition.keepsWhatItAcknowledged()) {
                    simulation.violated("acknowledged records of " + partition.name + " are lost: " + partition.view());
                }
                if (!simulation.books().touched(partition.name)) {
                    keepsItsReplicas(topic, partition);
                }
                if (partition.started.filter(SimPartition.Started::ours).isPresent()) {
                    partition.adding.forEach(broker -> receiving.merge(broker, 1, Integer::sum));
                }
            }
        }
        receiving.forEach((broker, inFlight) -> {
            if (inFlight > simulation.widestWindow()) {
                simulation.violated(inFlight + " replicas are in flight to broker " + broker);
            }
        });
    }

    private void keepsItsReplicas(SimTopic topic, SimPartition partition) {
        if (partition.target().size() < partition.factor) {
            simulation.violated(partition.name + " has fewer replicas than before: " + partition.view());
        }
        if (nobodyHasDied() && partition.isr.size() < Math.min(topic.minIsr, partition.factor)) {
            simulation.violated(partition.name + " has too few in sync: " + partition.view());
        }
    }

    private boolean nobodyHasDied() {
        return simulation.world().brokers.values().stream().allMatch(broker -> broker.diedAtMillis < 0);
    }

    /** When an effect leaves its shell. */
    void sent(Sent sent) {
        // Whoever lost its session and nobody has taken the lock since harms nobody: the number tells.
        if (simulation.store().fence() != sent.fence()) {
            simulation.violated(sent.shell().name + " has lost the fence and sends "
                    + sent.effect().title());
        }
        if (!intended(sent)) {
            simulation.violated("no line of a journal says that " + sent.shell().name + " is to send "
                    + sent.effect().title());
        }
        if (sent.effect() instanceof AlterReassignments reassign) {
            reassign.targets().forEach((name, target) -> simulation
                    .world()
                    .partition(name)
                    .ifPresent(partition -> target.ifPresentOrElse(
                            replicas -> submitted(sent, partition, replicas), () -> cancelled(sent, partition))));
        }
    }

    private boolean intended(Sent sent) {
        Json json = simulation.json();
        return simulation.journalEndsWith(json.write(new Event.Intended(sent.effect())));
    }

    private void submitted(Sent sent, SimPartition partition, List<BrokerId> target) {
        TopicPartition name = partition.name;
        foreign(sent, partition, target);
        long created = Objects.requireNonNull(simulation.world().topics.get(name.topic())).createdAtMillis;
        if (target.size() < partition.factor && created <= sent.lookedAtMillis()) {
            simulation.violated(name + " has " + partition.factor + " replicas and is to have fewer: " + target);
        }
        boolean ourselves = partition.started.filter(SimPartition.Started::ours).isPresent();
        boolean there = partition.target().equals(target);
        long since = partition.started.map(SimPartition.Started::atMillis).orElse(partition.settledAtMillis);
        if (there && since <= sent.lookedAtMillis() && (ourselves || !partition.reassigning())) {
            simulation.violated(name + " is submitted again to " + target);
        }
        for (BrokerId broker : target) {
            SimBroker receiver = simulation.world().brokers.get(broker);
            if (partition.original().contains(broker) || (receiver != null && receiver.alive)) {
                continue;
            }
            if (receiver == null || receiver.diedAtMillis <= sent.lookedAtMillis()) {
                simulation.violated(name + " is sent to broker " + broker + ", which is dead");
            }
        }
    }

    private void cancelled(Sent sent, SimPartition partition) {
        // One that goes where ours was to go cannot be told from ours.
        if (!simulation.wanted(partition)) {
            foreign(sent, partition, List.of());
        }
    }

    private void foreign(Sent sent, SimPartition partition, List<BrokerId> target) {
        Optional<SimPartition.Started> others = partition.started.filter(started -> !started.ours());
        if (others.filter(started -> started.atMillis() <= sent.lookedAtMillis())
                        .isPresent()
                && !partition.target().equals(target)) {
            simulation.violated(partition.name + " is being moved to " + partition.target()
                    + " by somebody else, and is written over with " + target);
        }
    }
}
