package io.kash.commands.zk;

import io.kash.commands.change.ChangeVerb;
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
import io.kash.surgery.environment.Connection;
import io.kash.surgery.membership.RetireRequest;
import io.kash.surgery.plan.Request;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.zookeeper.Configuration;
import io.kash.surgery.zookeeper.Member;
import io.kash.surgery.zookeeper.Membership;
import io.kash.surgery.zookeeper.ServerName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** {@code zk retire}: servers leave the ensemble, one at a time, the leader last. */
public final class ZkRetire extends ChangeVerb {
    private static final int FLOOR = 3;
    private static final Flag FROM_OLD = new Flag("from-old", "the servers of the fleet 'zookeeper-old'");
    private static final Option<Integer> KEEP =
            Option.optional("floor", ValueType.NUMBER, "voters that must stay, at least; " + FLOOR + " when left out");
    private static final Argument<ServerName> SERVERS = new Argument<>(
            "server", ValueTypes.ENSEMBLE_SERVER, Arity.ANY, "by id, or by host and port of its clients");

    public ZkRetire(Session session, OperatingRoom room) {
        super(
                Signature.of("zk retire", "ZooKeeper", "Take servers out of the ensemble")
                        .details("No broker may depend on a server that leaves, and those that stay must be well. After"
                                + " each removal the rest has to take a write before the next. A server taken out"
                                + " goes on serving its clients until its process is stopped.")
                        .argument(SERVERS)
                        .flag(FROM_OLD)
                        .option(KEEP)
                        .example("zk retire --from-old --dry-run")
                        .example("zk retire 1 2 3"),
                session,
                room);
    }

    @Override
    protected Request request(Words words, Connection connection) {
        EnsembleFleet fleet = new EnsembleFleet(connection.environment());
        List<ServerName> named = words.all(SERVERS);
        String command = signature().name();
        boolean fromOld = EnsembleFleet.whole(words.has(FROM_OLD), named, command, FROM_OLD.name(), "leave");
        ByRestarts seen = ByRestarts.look(connection, fleet, List.of());
        Membership membership = seen.membership();
        List<Member> members =
                membership.configuration().map(Configuration::members).orElse(List.of());
        SortedSet<Integer> ids = fromOld
                ? fleet.ids("zookeeper-old")
                : named.stream().map(name -> id(name, membership)).collect(Collectors.toCollection(TreeSet::new));
        String asked = EnsembleFleet.words(command, fromOld, FROM_OLD.name(), named);
        int floor = words.first(KEEP).orElse(FLOOR);
        List<String> known = known(fleet.zookeeper().connect());
        return seen.needed()
                ? seen.leaving(asked, ids, floor, known)
                : new RetireRequest(
                        asked,
                        ids,
                        floor,
                        fleet.zookeeper().settle(),
                        known,
                        fleet.zones(members.stream().map(Member::id).toList()));
    }

    private int id(ServerName name, Membership membership) {
        if (name.id().isPresent()) {
            return name.id().getAsInt();
        }
        Optional<Integer> member = membership.configuration().map(Configuration::members).orElse(List.of()).stream()
                .filter(one -> one.clientAddress().equals(Optional.of(name.text())))
                .map(Member::id)
                .findFirst();
        return member.or(() -> membership.server(name.text()).stream()
                        .flatMapToInt(view -> view.id().stream())
                        .boxed()
                        .findFirst())
                .orElseThrow(() -> Problem.usage(
                                "no member of the ensemble has its clients at " + name,
                                signature().name(),
                                "",
                                "zk list")
                        .asException());
    }

    /** The servers that the environments file names. */
    private static List<String> known(String connect) {
        int chroot = connect.indexOf('/');
        return Arrays.stream((chroot < 0 ? connect : connect.substring(0, chroot)).split(",", -1))
                .map(String::strip)
                .map(server -> server.contains(":") ? server : server + ":2181")
                .toList();
    }
}
