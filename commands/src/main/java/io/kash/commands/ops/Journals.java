package io.kash.commands.ops;

import io.kash.commands.change.OperatingRoom;
import io.kash.commands.session.Ownership;
import io.kash.commands.session.RecentOperations;
import io.kash.commands.session.Session;
import io.kash.surgery.coordination.OperationLock;
import io.kash.surgery.coordination.StoreUnavailable;
import io.kash.surgery.kafka.AlterConfigs.Resource;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.movement.MoveReplicas;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.plan.Ledger;
import io.kash.surgery.plan.Plan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What the journals of the environment say about things found in the cluster. */
public final class Journals implements Ownership, RecentOperations {
    private final Session session;
    private final OperatingRoom room;

    public Journals(Session session, OperatingRoom room) {
        this.session = session;
        this.room = room;
    }

    @Override
    public Optional<String> ownerOf(Partition reassigning) {
        return unfinished().stream()
                .filter(operation -> moves(operation, reassigning))
                .map(operation -> operation.id().toString())
                .findFirst();
    }

    /** On its way elsewhere it is somebody else's, whatever an operation of ours had in mind. */
    private static boolean moves(Operation operation, Partition reassigning) {
        return operation.plans().stream()
                .flatMap(plan -> plan.steps().stream())
                .filter(MoveReplicas.class::isInstance)
                .map(MoveReplicas.class::cast)
                .flatMap(step -> step.moves().stream())
                .anyMatch(move ->
                        move.partition().equals(reassigning.name()) && move.to().equals(reassigning.target()));
    }

    @Override
    public Optional<String> ownerOf(Resource resource, String name, String key, String value) {
        String ledgerKey = (resource == Resource.BROKER ? "broker/" : "topic/") + name + "/" + key;
        return unfinished().stream()
                .filter(operation -> owed(operation).stream()
                        .anyMatch(ledger -> ledger.values().containsKey(ledgerKey)
                                && !ledger.values().get(ledgerKey).equals(Optional.of(value))))
                .map(operation -> operation.id().toString())
                .findFirst();
    }

    private static List<Ledger> owed(Operation operation) {
        List<Ledger> owed = new ArrayList<>();
        List<Plan> plans = operation.plans();
        for (int plan = 0; plan < plans.size(); plan++) {
            for (int hold = 0; hold < plans.get(plan).holds().size(); hold++) {
                operation.owed(plan, hold).ifPresent(owed::add);
            }
        }
        return owed;
    }

    @Override
    public List<String> lines(int most) {
        Optional<String> holder;
        try {
            holder = OperationLock.holder(session.connection().store());
        } catch (StoreUnavailable e) {
            return List.of("not known: " + e.problem().what());
        }
        List<Operation> newestFirst = all();
        Collections.reverse(newestFirst);
        return newestFirst.stream()
                .limit(most)
                .map(operation -> operation.id() + " "
                        + operation.plan().request().words() + ": " + OperationRow.standing(operation, holder))
                .toList();
    }

    List<Operation> unfinished() {
        return all().stream().filter(operation -> !operation.status().ended()).toList();
    }

    /** Whose something is cannot be told while the store does not answer; what the cluster shows can. */
    private List<Operation> all() {
        try {
            return session.environment().isEmpty()
                    ? new ArrayList<>()
                    : new ArrayList<>(room.operationsHere(session.connection()));
        } catch (StoreUnavailable e) {
            return new ArrayList<>();
        }
    }
}
