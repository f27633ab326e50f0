package io.kash.commands.doctor;

import io.kash.commands.change.OperatingRoom;
import io.kash.commands.reassignments.ReassignmentRow;
import io.kash.commands.session.FirstSeen;
import io.kash.commands.session.Ownership;
import io.kash.commands.throttles.OwnedThrottle;
import io.kash.surgery.check.Claims;
import io.kash.surgery.coordination.OperationLock;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Throttles;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.operation.Event;
import io.kash.surgery.operation.JournalLine;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.operation.OperationId;
import io.kash.surgery.plan.Snapshot;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What our journals and earlier looks say about what was found, read from the environment's store. */
final class OurClaims {
    /** Begun and not ended; every other status is an end. */
    private static final Set<Operation.Status> OPEN =
            EnumSet.of(Operation.Status.PLANNED, Operation.Status.UNFINISHED, Operation.Status.STOPPED);

    private final OperatingRoom room;
    private final Ownership ownership;
    private final FirstSeen firstSeen;

    OurClaims(OperatingRoom room, Ownership ownership, FirstSeen firstSeen) {
        this.room = room;
        this.ownership = ownership;
        this.firstSeen = firstSeen;
    }

    /** @param seen may lack the cluster and the throttles */
    Claims read(Connection connection, Snapshot seen) {
        Optional<String> holder = OperationLock.holder(connection.store());
        List<Claims.Left> operations = room.operationsHere(connection).stream()
                .map(operation -> left(operation, holder))
                .filter(left -> left.state() != Claims.State.ENDED || left.owes())
                .toList();
        return new Claims(
                reassignments(seen),
                throttles(seen),
                operations,
                room.operations(connection).unreadable().stream()
                        .map(OperationId::toString)
                        .toList());
    }

    private SortedMap<TopicPartition, Claims.Claim> reassignments(Snapshot seen) {
        SortedMap<TopicPartition, Claims.Claim> claims = new TreeMap<>();
        seen.find(Cluster.class).ifPresent(cluster -> ReassignmentRow.of(
                        cluster, Optional.empty(), ownership, firstSeen, seen.observedAt())
                .forEach(row -> claims.put(row.name(), new Claims.Claim(row.owner(), row.firstSeen()))));
        return claims;
    }

    private List<Claims.SetThrottle> throttles(Snapshot seen) {
        return seen
                .find(Throttles.class)
                .map(throttles -> OwnedThrottle.of(throttles, ownership, firstSeen, seen.observedAt()))
                .orElse(List.of())
                .stream()
                .map(row -> new Claims.SetThrottle(
                        row.setting().sort() + " " + row.setting().name(), row.owner()))
                .toList();
    }

    private static Claims.Left left(Operation operation, Optional<String> holder) {
        return new Claims.Left(
                operation.id().toString(),
                operation.plan().request().words(),
                state(operation, holder),
                owes(operation));
    }

    private static Claims.State state(Operation operation, Optional<String> holder) {
        if (!OPEN.contains(operation.status())) {
            return Claims.State.ENDED;
        }
        boolean held = operation.status() == Operation.Status.UNFINISHED
                && holder.filter(by -> by.equals(lastTaker(operation))).isPresent();
        return held ? Claims.State.RUNNING : Claims.State.LEFT;
    }

    private static String lastTaker(Operation operation) {
        String by = "";
        for (JournalLine line : operation.lines()) {
            if (line.event() instanceof Event.Taken taken) {
                by = taken.by();
            }
        }
        return by;
    }

    private static boolean owes(Operation operation) {
        for (int plan = 0; plan < operation.plans().size(); plan++) {
            for (int hold = 0; hold < operation.plans().get(plan).holds().size(); hold++) {
                if (operation.owed(plan, hold).isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }
}
