package io.kash.commands.zk;

import io.kash.commands.broker.RollOptions;
import io.kash.commands.change.ChangeVerb;
import io.kash.commands.change.OperatingRoom;
import io.kash.commands.session.Session;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Signature;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.kafka.Broker;
import io.kash.surgery.kafka.BrokerSettings;
import io.kash.surgery.kafka.BrokerSettingsLook;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.membership.Repointing;
import io.kash.surgery.membership.RetireRequest;
import io.kash.surgery.naming.Names;
import io.kash.surgery.naming.NamesLook;
import io.kash.surgery.plan.Request;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.rolling.Restarts;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** {@code zk repoint}: brokers that depend on servers that will leave are restarted with the list of those that stay. */
public final class ZkRepoint extends ChangeVerb {
    private final RollOptions options;

    public ZkRepoint(Session session, OperatingRoom room) {
        super(
                Signature.of("zk repoint", "ZooKeeper", "Roll the brokers that depend on servers that will leave")
                        .details("A broker knows the servers it was started with, and no others. Those whose running"
                                + " zookeeper.connect names fewer than two servers that stay are restarted one at a"
                                + " time, as broker roll does it. Give the new list to whatever configures them first:"
                                + " the preview says it, and each has to show it when it is back.")
                        .argument(EnsembleFleet.SERVERS)
                        .flag(Leaving.FROM_OLD)
                        .option(RollOptions.ACCEPT)
                        .option(RollOptions.WITHIN)
                        .example("zk repoint --from-old --dry-run")
                        .example("zk repoint 1 2 3"),
                session,
                room);
        this.options = new RollOptions(signature().name());
    }

    @Override
    protected Request request(Words words, Connection connection) {
        EnsembleFleet fleet = new EnsembleFleet(connection.environment());
        Leaving leaving = Leaving.of(words, signature().name(), fleet, connection);
        if (leaving.survivors().isEmpty()) {
            throw Problem.usage(
                            "no server would stay",
                            signature().name(),
                            "brokers are told of the servers that stay",
                            "zk list")
                    .asException();
        }
        Snapshot now = connection.observer().read(Scope.of(new ClusterLook(Selection.all()), new BrokerSettingsLook()));
        Cluster cluster = now.part(Cluster.class);
        Repointing repointing =
                Repointing.of(leaving.survivors(), now.part(BrokerSettings.class), names(now, connection));
        List<Broker> brokers = cluster.brokers().values().stream()
                .filter(broker -> repointing.brokers().contains(broker.id()))
                .toList();
        SortedMap<String, String> expected = new TreeMap<>();
        expected.put(BrokerSettings.ZOOKEEPER, repointing.connect());
        return options.request(leaving.title(), Restarts.of(brokers, connection), expected, words, cluster);
    }

    /** What the names in brokers' lists stand for. */
    private static Names names(Snapshot now, Connection connection) {
        SortedSet<String> hosts = RetireRequest.named(
                now.part(BrokerSettings.class).values(BrokerSettings.ZOOKEEPER).keySet());
        return hosts.isEmpty()
                ? Names.NONE
                : connection.observer().read(Scope.of(new NamesLook(hosts))).part(Names.class);
    }
}
