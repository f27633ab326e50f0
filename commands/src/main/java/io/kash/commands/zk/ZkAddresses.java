package io.kash.commands.zk;

import io.kash.commands.session.Session;
import io.kash.commands.terminal.Role;
import io.kash.commands.verb.Words;
import io.kash.commands.view.Answer;
import io.kash.commands.view.Column;
import io.kash.commands.view.ReadVerb;
import io.kash.commands.view.Rows;
import io.kash.commands.view.Table;
import io.kash.completions.signature.Signature;
import io.kash.surgery.addressing.Placement;
import io.kash.surgery.addressing.ServerPlace;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Look;
import io.kash.surgery.plan.Part;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.problem.ProblemException;
import io.kash.surgery.zookeeper.Ensemble;
import io.kash.surgery.zookeeper.EnsembleLook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which address each server has, and every reason why it must not be used.
 *
 * <pre>
 * ID  ZONE  ADDRESS    QUORUM  ELECTION  CLIENT  FROM        FLEET  RUNS
 *  1  a     10.0.1.57    2888      3888    2181  given       old    leader
 *  4  a     10.0.1.10    2888      3888    2181  calculated  new    -
 * </pre>
 */
public final class ZkAddresses extends ReadVerb {
    /** @param runs what the server at the address says it is, where one answers */
    private record Row(ServerPlace place, boolean given, Optional<String> fleet, Optional<String> runs) {}

    private static final Table<Row> TABLE = Table.of(
            Column.number("id", "ID", row -> row.place().id()),
            Column.text("zone", "ZONE", row -> row.place().zone()),
            Column.<Row>text("address", "ADDRESS", row -> row.place().host())
                    .role(row -> row.place().byAddress() ? Role.PLAIN : Role.WARNING),
            Column.number("quorumPort", "QUORUM", row -> row.place().ports().quorum()),
            Column.number("electionPort", "ELECTION", row -> row.place().ports().election()),
            Column.number("clientPort", "CLIENT", row -> row.place().ports().client()),
            Column.text("from", "FROM", row -> row.given() ? "given" : "calculated"),
            Column.text("fleet", "FLEET", Row::fleet),
            Column.text("runs", "RUNS", Row::runs));

    public ZkAddresses(Session session) {
        super(
                Signature.of("zk addresses", "ZooKeeper", "Show which address each server has, and what forbids it")
                        .details("Addresses are calculated from zookeeper.addressing of the environment. Those that"
                                + " collide, lie outside of their subnet, are reserved by the cloud, or belong to a broker"
                                + " or another server now are refused, all of them at once.")
                        .example("zk addresses"),
                session);
    }

    @Override
    protected Answer answer(Words words) {
        Environment environment = session().connection().environment();
        KnownPlaces known = new KnownPlaces(environment);
        List<String> notes = new ArrayList<>();
        Optional<Ensemble> ensemble = find(new EnsembleLook(), Ensemble.class, "running servers", notes);
        Optional<Cluster> cluster = find(new ClusterLook(Selection.none()), Cluster.class, "registered brokers", notes);
        Neighbours neighbours = Neighbours.of(cluster, ensemble);
        Placement placement = known.place(neighbours.taken());
        placement.servers().stream()
                .filter(server -> !server.byAddress())
                .forEach(server -> notes.add("server " + server.id() + " is known by a name, " + server.host()
                        + ": ZooKeeper resolves it once, when it starts"));
        List<Row> rows = placement.servers().stream()
                .map(place -> new Row(place, known.given(place), known.fleet(place), neighbours.mode(place)))
                .toList();
        return new Answer(
                "zk-addresses/1",
                Optional.empty(),
                List.of(Rows.of("servers", TABLE, rows, "no server has an address")),
                notes,
                Stream.concat(placement.refusals().stream(), neighbours.elsewhere(placement).stream())
                        .map(refusal -> problem(refusal, environment))
                        .toList());
    }

    private <P extends Part> Optional<P> find(Look look, Class<P> part, String what, List<String> notes) {
        try {
            return observe(look).find(part);
        } catch (ProblemException e) {
            notes.add("not compared with " + what + ": " + e.problem().what());
            return Optional.empty();
        }
    }

    static Problem problem(Finding refusal, Environment environment) {
        return new Problem(
                Problem.Kind.REFUSED,
                refusal.what(),
                environment.name() + ", zookeeper.addressing",
                refusal.limit(),
                refusal.lift());
    }
}
