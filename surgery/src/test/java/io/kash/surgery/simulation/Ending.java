package io.kash.surgery.simulation;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.movement.AssignRequest;
import io.kash.surgery.movement.MoveRequest;
import io.kash.surgery.operation.Event;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.plan.Request;
import io.kash.surgery.throttle.RestoreRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What must be so when nothing goes wrong any more and nobody has anything left to do. */
final class Ending {
    /** Reasons that need nobody to have done anything. */
    private static final List<String> OWN = List.of("asked it to stop", "cancelled it", "said CANCEL");

    private final Simulation simulation;
    private final Map<TopicPartition, List<BrokerId>> before;
    private final String answer;

    Ending(Simulation simulation, Map<TopicPartition, List<BrokerId>> before, String answer) {
        this.simulation = simulation;
        this.before = before;
        this.answer = answer;
    }

    void judge() {
        simulation.books().residue().forEach(left -> simulation.violated("left behind: " + left));
        if (!simulation.store().holders().isEmpty()) {
            simulation.violated("the lock is held by nobody who works");
        }
        simulation.world().partitions().forEach(partition -> {
            if (partition.started.filter(SimPartition.Started::ours).isPresent()) {
                simulation.violated(partition.name + " is still being moved by us: " + partition.view());
            }
        });
        boolean ended = answer.equals("FINISHED") || answer.equals("CANCELLED");
        if (!ended && !explained(answer)) {
            simulation.violated("no true reason: " + answer);
        }
        if (answer.equals("FINISHED")) {
            lastWord();
        }
    }

    /**
     * Everything is where the operation that ended last was to bring it. That need not be the one the run is about: a
     * shell that slept before its first look, while others moved everything and moved it back, does what it was told
     * once more, and rightly.
     */
    private void lastWord() {
        simulation.allOperations().stream()
                .filter(operation -> !(operation.plan().request() instanceof RestoreRequest))
                .filter(operation -> operation.status().ended() || operation.status() == Operation.Status.STOPPED)
                .max(Comparator.comparing(operation -> operation.last().at()))
                .ifPresent(this::judge);
    }

    private void judge(Operation last) {
        if (last.status() == Operation.Status.FINISHED) {
            arrived(last.plan().request());
        } else if (last.last().event() instanceof Event.Stopped stopped && !explained(stopped.why())) {
            simulation.violated("no true reason: " + stopped.why());
        }
    }

    private boolean explained(String answer) {
        return answer.startsWith("NOTHING_TO_DO")
                || OWN.stream().anyMatch(answer::contains)
                || simulation.books().names(answer);
    }

    private void arrived(Request request) {
        simulation.world().partitions().filter(this::ours).forEach(partition -> {
            if (request instanceof AssignRequest assign
                    && !partition.replicas.equals(assign.targets().getOrDefault(partition.name, partition.replicas))) {
                simulation.violated(partition.name + " is not where it was to be: " + partition.view());
            }
            if (request instanceof MoveRequest move
                    && partition.replicas.stream().anyMatch(move.from()::contains)) {
                simulation.violated(partition.name + " has not left: " + partition.view());
            }
        });
    }

    private boolean ours(SimPartition partition) {
        return before.containsKey(partition.name) && !simulation.books().touched(partition.name);
    }
}
