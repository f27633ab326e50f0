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
import io.kash.completions.signature.Option;
import io.kash.completions.signature.Signature;
import io.kash.completions.signature.ValueType;
import io.kash.surgery.controllers.RetireControllers;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.kafka.ControllerName;
import io.kash.surgery.plan.Request;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** {@code kraft retire}: controllers leave the quorum, one at a time, the leader last. */
public final class KraftRetire extends ChangeVerb {
    private static final int FLOOR = 3;
    private static final Flag FROM_OLD = new Flag("from-old", "the controllers of the fleet 'controllers-old'");
    private static final Option<Integer> KEEP =
            Option.optional("floor", ValueType.NUMBER, "voters that must stay, at least; " + FLOOR + " when left out");
    private static final Argument<ControllerName> CONTROLLERS =
            new Argument<>("controller", ValueTypes.CONTROLLER, Arity.ANY, "by id");

    public KraftRetire(Session session, OperatingRoom room) {
        super(
                Signature.of("kraft retire", "KRaft", "Take controllers out of the metadata quorum")
                        .details(
                                "Those that stay must be in sync and follow the leader by their own word, before and after"
                                        + " each removal, for the environment's kraft.settle. No broker may be left whose"
                                        + " controller.quorum.bootstrap.servers names only controllers that leave. One that is"
                                        + " taken out goes on observing until its process is stopped.")
                        .argument(CONTROLLERS)
                        .flag(FROM_OLD)
                        .option(KEEP)
                        .example("kraft retire --from-old --dry-run")
                        .example("kraft retire 101 102 103"),
                session,
                room);
    }

    @Override
    protected Request request(Words words, Connection connection) {
        Environment environment = connection.environment();
        FleetWords<ControllerName> asked = new FleetWords<>(words, signature().name(), CONTROLLERS, FROM_OLD, "leave");
        SortedSet<Integer> ids = asked.members(environment, Environment.OLD_CONTROLLERS, id -> id, ControllerName::id)
                .collect(Collectors.toCollection(TreeSet::new));
        return new RetireControllers(
                asked.title(),
                ids,
                words.first(KEEP).orElse(FLOOR),
                environment.kraft().settle(),
                environment.kraft().zones());
    }
}
