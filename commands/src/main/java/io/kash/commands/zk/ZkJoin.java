package io.kash.commands.zk;

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
import io.kash.surgery.environment.Connection;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.membership.JoinRequest;
import io.kash.surgery.membership.JoinRequest.Joiner;
import io.kash.surgery.plan.Request;
import io.kash.surgery.zookeeper.ServerName;
import java.util.List;
import java.util.OptionalInt;

/** {@code zk join}: running servers become voters of the ensemble, one at a time. */
public final class ZkJoin extends ChangeVerb {
    private static final Flag TO_NEW = new Flag("to-new", "the servers of the fleet 'zookeeper-new'");
    private static final Argument<ServerName> SERVERS = new Argument<>(
            "server", ValueTypes.ENSEMBLE_SERVER, Arity.ANY, "by id, or by host and port of its clients");

    public ZkJoin(Session session, OperatingRoom room) {
        super(
                Signature.of("zk join", "ZooKeeper", "Make running servers voters of the ensemble")
                        .details("A server must be up and follow the ensemble. It joins as an observer, has to show at"
                                + " its own client port what the ensemble holds, and votes only then. The next one"
                                + " follows when all have been well for the environment's zookeeper.settle. An"
                                + " ensemble that cannot be reconfigured, 3.4 or with reconfigEnabled=false, gets"
                                + " the longer list by the restart hook, server by server, the leader last.")
                        .argument(SERVERS)
                        .flag(TO_NEW)
                        .example("zk join --to-new --dry-run")
                        .example("zk join 4 5 6"),
                session,
                room);
    }

    @Override
    protected Request request(Words words, Connection connection) {
        EnsembleFleet fleet = new EnsembleFleet(connection.environment());
        List<ServerName> named = words.all(SERVERS);
        FleetWords asked = new FleetWords(signature().name(), "server");
        boolean toNew = asked.whole(words.has(TO_NEW), named, TO_NEW.name(), "join");
        List<Joiner> joiners = toNew
                ? asked.ids(connection.environment(), Environment.NEW_SERVERS).stream()
                        .map(id -> new Joiner(fleet.clientAddress(id), OptionalInt.of(id)))
                        .toList()
                : named.stream().map(name -> joiner(name, fleet)).toList();
        String title = asked.title(toNew, TO_NEW.name(), named);
        ByRestarts seen = ByRestarts.look(
                connection, fleet, joiners.stream().map(Joiner::client).toList());
        return seen.needed()
                ? seen.joining(title, joiners)
                : new JoinRequest(title, joiners, fleet.zookeeper().settle(), fleet.zones(seen.ids()));
    }

    private static Joiner joiner(ServerName name, EnsembleFleet fleet) {
        return name.id().isPresent()
                ? new Joiner(fleet.clientAddress(name.id().getAsInt()), name.id())
                : new Joiner(name.text(), OptionalInt.empty());
    }
}
