package io.kash.commands.change;

import io.kash.surgery.environment.Connection;
import io.kash.surgery.operation.Operation;
import java.util.Optional;

/** Whether the operator who approved an operation is still there, where the environment wants that. */
final class Company {
    private final OperatingRoom room;
    private final Connection connection;
    private final Optional<String> wanted;

    Company(OperatingRoom room, Connection connection, Operation operation) {
        this.room = room;
        this.connection = connection;
        this.wanted = connection.environment().teamwork().pausesWhenAlone() ? operation.approver() : Optional.empty();
    }

    /** Who is wanted and not there. */
    Optional<String> missing() {
        return wanted.filter(name -> room.presence(connection).all().stream()
                .noneMatch(present -> present.operator().equals(name)));
    }
}
