package io.kash.commands.zk;

import io.kash.commands.change.ChangeVerb;
import io.kash.commands.change.FleetWords;
import io.kash.commands.change.OperatingRoom;
import io.kash.commands.session.Session;
import io.kash.commands.verb.Words;
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

    public ZkJoin(Session session, OperatingRoom room) {
        super(
                Signature.of("zk join", "ZooKeeper", "Make running servers voters of the ensemble")
                        .details("A server must be up and follow the ensemble. It joins as an observer, has to show at"
                                + " its own client port what the ensemble holds, and votes only then. The next one"
                                + " follows when all have been well for the environment's zookeeper.settle. An"
                                + " ensemble that cannot be reconfigured, 3.4 or with reconfigEnabled=false, gets"
                                + " the longer list by the restart hook, server by server, the leader last.")
                        .argument(EnsembleFleet.SERVERS)
                        .flag(TO_NEW)
                        .example("zk join --to-new --dry-run")
                        .example("zk join 4 5 6"),
                session,
                room);
    }

    @Override
    protected Request request(Words words, Connection connection) {
        EnsembleFleet fleet = new EnsembleFleet(connection.environment());
        FleetWords<ServerName> asked =
                new FleetWords<>(words, signature().name(), EnsembleFleet.SERVERS, TO_NEW, "join");
        List<Joiner> joiners = asked.members(
                        connection.environment(),
                        Environment.NEW_SERVERS,
                        id -> joiner(id, fleet),
                        name -> joiner(name, fleet))
                .toList();
        ByRestarts seen = ByRestarts.look(
                connection, fleet, joiners.stream().map(Joiner::client).toList());
        return seen.needed()
                ? seen.joining(asked.title(), joiners)
                : new JoinRequest(asked.title(), joiners, fleet.zookeeper().settle(), fleet.zones(seen.ids()));
    }

    private static Joiner joiner(int id, EnsembleFleet fleet) {
        return new Joiner(fleet.clientAddress(id), OptionalInt.of(id));
    }

    private static Joiner joiner(ServerName name, EnsembleFleet fleet) {
        return name.id().isPresent()
                ? joiner(name.id().getAsInt(), fleet)
                : new Joiner(name.text(), OptionalInt.empty());
    }
}
