package io.kash.commands.throttles;

import io.kash.commands.change.ChangeVerb;
import io.kash.commands.change.OperatingRoom;
import io.kash.commands.session.Session;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Signature;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.plan.Hold;
import io.kash.surgery.plan.Request;
import io.kash.surgery.throttle.ReplicationThrottle;
import io.kash.surgery.throttle.RestoreRequest;
import io.kash.surgery.throttle.RestoreThrottle;
import java.util.ArrayList;
import java.util.List;

/** {@code throttles restore}: put back what operations that died had found before they set their throttles. */
public final class ThrottlesRestore extends ChangeVerb {
    public ThrottlesRestore(Session session, OperatingRoom room) {
        super(
                Signature.of("throttles restore", "Movement", "Put back throttles that operations of kash have left")
                        .details(
                                "Only values that such an operation set, and that are still so, are put back to what it"
                                        + " found. Throttles of others stay.")
                        .example("throttles restore --dry-run"),
                session,
                room);
    }

    @Override
    protected boolean putsRight() {
        return true;
    }

    @Override
    protected Request request(Words words, Connection connection) {
        List<RestoreRequest.Left> left = new ArrayList<>();
        for (Operation operation : room().operationsHere(connection)) {
            for (int plan = 0; plan < operation.plans().size(); plan++) {
                addOwed(operation, plan, left);
            }
        }
        return new RestoreRequest(signature().name(), left);
    }

    private static void addOwed(Operation operation, int number, List<RestoreRequest.Left> left) {
        List<Hold> holds = operation.holds(number);
        for (int hold = 0; hold < holds.size(); hold++) {
            if (holds.get(hold) instanceof ReplicationThrottle throttle) {
                operation
                        .owed(number, hold)
                        .ifPresent(found -> left.add(new RestoreRequest.Left(
                                operation.id().toString(), new RestoreThrottle(throttle, found))));
            }
        }
    }
}
