package io.kash.commands.zk;

import io.kash.commands.change.ChangeVerb;
import io.kash.commands.change.OperatingRoom;
import io.kash.commands.session.Session;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Option;
import io.kash.completions.signature.Signature;
import io.kash.completions.signature.ValueType;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.environment.HookWords;
import io.kash.surgery.kafka.BrokerSettings;
import io.kash.surgery.kafka.BrokerSettingsLook;
import io.kash.surgery.membership.RetireRequest;
import io.kash.surgery.plan.Request;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.zookeeper.Member;
import io.kash.surgery.zookeeper.Membership;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** {@code zk retire}: servers leave the ensemble, one at a time, the leader last. */
public final class ZkRetire extends ChangeVerb {
    private static final int FLOOR = 3;
    private static final Option<Integer> KEEP =
            Option.optional("floor", ValueType.NUMBER, "voters that must stay, at least; " + FLOOR + " when left out");

    public ZkRetire(Session session, OperatingRoom room) {
        super(
                Signature.of("zk retire", "ZooKeeper", "Take servers out of the ensemble")
                        .details(
                                "No broker may depend on a server that leaves, and those that stay must be well. After each"
                                        + " removal the rest has to take a write before the next. A server taken out goes on serving"
                                        + " its clients until its process is stopped, by the environment's hook where it"
                                        + " has one (hooks: {stop: […]}).")
                        .argument(EnsembleFleet.SERVERS)
                        .flag(Leaving.FROM_OLD)
                        .option(KEEP)
                        .example("zk retire --from-old --dry-run")
                        .example("zk retire 1 2 3"),
                session,
                room);
    }

    @Override
    protected Request request(Words words, Connection connection) {
        EnsembleFleet fleet = new EnsembleFleet(connection.environment());
        Leaving leaving = Leaving.of(words, signature().name(), fleet, connection);
        String known = fleet.zookeeper().connect();
        int floor = words.first(KEEP).orElse(FLOOR);
        if (leaving.seen().needed()) {
            return leaving.seen().leaving(leaving.title(), leaving.ids(), floor, known);
        }
        return new RetireRequest(
                leaving.title(),
                leaving.ids(),
                floor,
                fleet.zookeeper().settle(),
                known,
                names(known, connection),
                fleet.zones(leaving.members().stream().map(Member::id).toList()),
                stops(leaving, connection.environment().hooks().stop()));
    }

    /** The names that kash and the brokers find the ensemble by. */
    private static SortedSet<String> names(String known, Connection connection) {
        List<String> lists = new ArrayList<>(List.of(known));
        lists.addAll(connection
                .observer()
                .read(Scope.of(new BrokerSettingsLook()))
                .part(BrokerSettings.class)
                .values(BrokerSettings.ZOOKEEPER)
                .keySet());
        return RetireRequest.named(lists);
    }

    /** The program that stops each of them, by id; none where the environment names no such program. */
    private static SortedMap<Integer, List<String>> stops(Leaving leaving, List<String> hook) {
        SortedMap<Integer, List<String>> stops = new TreeMap<>();
        if (!hook.isEmpty()) {
            for (Member member : leaving.members()) {
                if (leaving.ids().contains(member.id())) {
                    stops.put(member.id(), HookWords.of(hook, "zookeeper", member.id(), host(member)));
                }
            }
        }
        return stops;
    }

    private static String host(Member member) {
        return Membership.hosts(List.of(member)).get(0);
    }
}
