package io.kash.commands.change;

import io.kash.surgery.environment.Connection;
import io.kash.surgery.pairing.OperatorKey;
import io.kash.surgery.problem.Problem;
import java.util.Optional;

/**
 * This operator as an environment knows them.
 *
 * @param name in the environments file
 */
public record Me(String name, OperatorKey key) {
    /** @throws io.kash.surgery.problem.ProblemException when there is no key, or the environment does not know it */
    public static Me in(OperatingRoom room, Connection connection) {
        String environment = connection.environment().name();
        Optional<OperatorKey> key = room.self().key();
        if (key.isEmpty()) {
            throw new Problem(
                            Problem.Kind.NOT_AUTHORISED,
                            "you have no operator's key",
                            environment,
                            "what two operators do is signed by both",
                            "operator init")
                    .asException();
        }
        Optional<String> name = room.roster(connection).nameOf(key.get().publicKey());
        if (name.isEmpty()) {
            throw new Problem(
                            Problem.Kind.NOT_AUTHORISED,
                            "your key is none of this environment's operators",
                            environment,
                            "it is " + key.get().publicKey(),
                            "add it under operators in the environments file, on every operator's machine")
                    .asException();
        }
        return new Me(name.get(), key.get());
    }
}
