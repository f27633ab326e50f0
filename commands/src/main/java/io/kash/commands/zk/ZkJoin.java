package io.kash.commands.zk;

import io.kash.commands.change.ChangeVerb;
import io.kash.commands.change.OperatingRoom;
import io.kash.commands.session.Session;
import io.kash.commands.verb.ValueTypes;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Argument;
import io.kash.completions.signature.Arity;
import io.kash.completions.signature.Flag;
import io.kash.completions.signature.Signature;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.membership.JoinRequest;
import io.kash.surgery.membership.JoinRequest.Joiner;
import io.kash.surgery.plan.Request;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.zookeeper.Configuration;
import io.kash.surgery.zookeeper.Member;
import io.kash.surgery.zookeeper.Membership;
import io.kash.surgery.zookeeper.MembershipLook;
import io.kash.surgery.zookeeper.ServerName;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/** {@code zk join}: running servers become voters of the ensemble, one at a time. */
public final class ZkJoin extends ChangeVerb {
    private static final Flag TO_NEW = new Flag("to-new", "the servers of the fleet 'zookeeper-new'");
    private static final Argument<ServerName> SERVERS = new Argument<>(
            "server", ValueTypes.ENSEMBLE_SERVER, Arity.ANY, "by id, or by host and port of its clients");

    public ZkJoin(Session session, OperatingRoom room) {
        super(
                Signature.of("zk join", "ZooKeeper", "Make running servers voters of the ensemble")
                        .details(
                                "A server must be up and follow the ensemble. It joins as an observer, has to show at its"
                                        + " own client port what the ensemble holds, and votes only then. The next one follows when"
                                        + " all have been well for the environment's zookeeper.settle.")
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
        String command = signature().name();
        boolean toNew = EnsembleFleet.whole(words.has(TO_NEW), named, command, TO_NEW.name(), "join");
        List<Joiner> joiners = toNew
                ? fleet.ids("zookeeper-new").stream()
                        .map(id -> new Joiner(fleet.clientAddress(id), OptionalInt.of(id)))
                        .toList()
                : named.stream().map(name -> joiner(name, fleet)).toList();
        return new JoinRequest(
                EnsembleFleet.words(command, toNew, TO_NEW.name(), named),
                joiners,
                fleet.zookeeper().settle(),
                fleet.zones(ids(connection, joiners)));
    }

    private static Joiner joiner(ServerName name, EnsembleFleet fleet) {
        return name.id().isPresent()
                ? new Joiner(fleet.clientAddress(name.id().getAsInt()), name.id())
                : new Joiner(name.text(), OptionalInt.empty());
    }

    private static SortedSet<Integer> ids(Connection connection, List<Joiner> joiners) {
        List<String> others = joiners.stream().map(Joiner::client).toList();
        Membership membership = connection
                .observer()
                .read(Scope.of(MembershipLook.with(others)))
                .part(Membership.class);
        SortedSet<Integer> ids = new TreeSet<>();
        membership.servers().forEach(server -> server.id().ifPresent(ids::add));
        membership.configuration().map(Configuration::members).orElse(List.of()).stream()
                .map(Member::id)
                .forEach(ids::add);
        return ids;
    }
}
