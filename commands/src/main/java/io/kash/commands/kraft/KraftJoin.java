package io.kash.commands.kraft;

import io.kash.commands.change.ChangeVerb;
import io.kash.commands.change.FleetWords;
import io.kash.commands.change.OperatingRoom;
import io.kash.commands.session.Session;
import io.kash.commands.verb.ValueTypes;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Argument;
import io.kash.completions.signature.Arity;
import io.kash.completions.signature.Flag;
import io.kash.completions.signature.Signature;
import io.kash.surgery.controllers.JoinControllers;
import io.kash.surgery.controllers.JoinControllers.Joiner;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.kafka.ControllerName;
import io.kash.surgery.plan.Request;
import java.util.List;
import java.util.Optional;

/** {@code kraft join}: controllers that observe the quorum become voters, one at a time. */
public final class KraftJoin extends ChangeVerb {
    private static final Flag TO_NEW = new Flag("to-new", "the controllers of the fleet 'controllers-new'");
    private static final Argument<ControllerName> CONTROLLERS = new Argument<>(
            "controller", ValueTypes.CONTROLLER, Arity.ANY, "by id, or with its listener: 104@10.0.1.14:9093");

    public KraftJoin(Session session, OperatingRoom room) {
        super(
                Signature.of("kraft join", "KRaft", "Make running controllers voters of the metadata quorum")
                        .details(
                                "A controller must be formatted with --no-initial-controllers, up, and observe the quorum."
                                        + " It votes when it is in sync and follows the leader by its own word; the next one"
                                        + " follows when all have been well for the environment's kraft.settle. With its"
                                        + " listener given, one that the quorum does not know is asked itself why.")
                        .argument(CONTROLLERS)
                        .flag(TO_NEW)
                        .example("kraft join --to-new --dry-run")
                        .example("kraft join 104 105 106"),
                session,
                room);
    }

    @Override
    protected Request request(Words words, Connection connection) {
        Environment environment = connection.environment();
        FleetWords<ControllerName> asked = new FleetWords<>(words, signature().name(), CONTROLLERS, TO_NEW, "join");
        List<Joiner> joiners = asked.members(
                        environment,
                        Environment.NEW_CONTROLLERS,
                        id -> new Joiner(id, Optional.empty()),
                        name -> new Joiner(name.id(), name.address()))
                .distinct()
                .toList();
        return new JoinControllers(
                asked.title(),
                joiners,
                environment.kraft().settle(),
                environment.kraft().zones());
    }
}
