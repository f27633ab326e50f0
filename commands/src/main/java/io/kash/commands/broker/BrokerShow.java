package io.kash.commands.broker;

import io.kash.commands.session.Session;
import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.throttles.ThrottleRow;
import io.kash.commands.verb.ValueTypes;
import io.kash.commands.verb.Words;
import io.kash.commands.view.Answer;
import io.kash.commands.view.Column;
import io.kash.commands.view.Fact;
import io.kash.commands.view.Facts;
import io.kash.commands.view.ReadVerb;
import io.kash.commands.view.Rows;
import io.kash.commands.view.Table;
import io.kash.commands.view.Units;
import io.kash.completions.signature.Argument;
import io.kash.completions.signature.Arity;
import io.kash.completions.signature.Signature;
import io.kash.surgery.check.DiskUse;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.DisksLook;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.kafka.Throttles;
import io.kash.surgery.kafka.ThrottlesLook;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.problem.Problem;
import java.util.List;

/**
 * One broker.
 *
 * <pre>
 * Broker 11
 *   Address   127.60.1.12:9092
 *   State     up
 *   Replicas  214, 71 of them leading, 0 out of sync
 *
 * Log directories
 *   DIRECTORY   STATE   USED     FREE      SIZE
 *   /var/kafka  online  71 %  5.2 GiB  18.2 GiB
 * </pre>
 */
public final class BrokerShow extends ReadVerb {
    private static final Argument<BrokerId> BROKER = new Argument<>("broker", ValueTypes.BROKER, Arity.ONE, "its id");
    private static final int TOPICS = 10;

    private static final Table<TopicShare> SHARES = Table.of(
            Column.text("topic", "TOPIC", TopicShare::topic),
            Column.count("replicas", "REPLICAS", TopicShare::replicas),
            Column.count("leaders", "LEADERS", TopicShare::leaders),
            Column.bytes("bytes", "SIZE", TopicShare::bytes));

    public BrokerShow(Session session) {
        super(
                Signature.of("broker show", "Brokers", "Show one broker: its disks, throttles and largest topics")
                        .argument(BROKER)
                        .example("broker show 12"),
                session);
    }

    @Override
    protected Answer answer(Words words) {
        BrokerId id = words.first(BROKER).orElseThrow();
        Snapshot now = observe(
                new ClusterLook(Selection.all()), new DisksLook(Selection.all()), new ThrottlesLook(Selection.none()));
        Disks disks = now.part(Disks.class);
        BrokerFleets fleets = new BrokerFleets(session().connection().environment());
        BrokerRow broker = BrokerRow.of(now.part(Cluster.class), disks, fleets).stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(id, now.part(Cluster.class)));
        return Answer.of(
                "broker-show/1",
                now.observedAt(),
                facts(broker),
                Rows.of("dirs", DiskTable.ofBroker(), dirs(disks, id), "the broker did not answer about its disks")
                        .titled(Line.of("Log directories", Role.STRONG)),
                Rows.of("throttles", ThrottleRow.settings(), throttles(now.part(Throttles.class), id), "none")
                        .titled(Line.of("Throttles", Role.STRONG)),
                Rows.of("topics", SHARES, TopicShare.of(now.part(Cluster.class), disks, id), "none")
                        .titled(Line.of("Topics by size", Role.STRONG))
                        .atMost(TOPICS));
    }

    private static Facts facts(BrokerRow broker) {
        return Facts.of(
                "broker",
                Line.of("Broker " + broker.id(), Role.STRONG),
                Fact.data("id", broker.id()),
                Fact.of("address", "Address", broker.address()),
                Fact.data("host", broker.host()),
                Fact.data("port", broker.port()),
                Fact.of("rack", "Rack", broker.rack()),
                Fact.of("fleet", "Fleet", broker.fleet()),
                Fact.of("state", "State", broker.state().word())
                        .role(broker.state().role()),
                Fact.of("controller", "Controller", broker.controller()).shown(broker.controller() ? "yes" : "no"),
                Fact.of("replicas", "Replicas", broker.replicas()).shown(Units.count(broker.replicas())),
                Fact.of("leaders", "Leaders", broker.leaders()).shown(Units.count(broker.leaders())),
                Fact.of("outOfSync", "Out of sync", broker.behind())
                        .shown(Units.count(broker.behind()))
                        .role(broker.behind() > 0 ? Role.WARNING : Role.PLAIN),
                Fact.of("bytes", "Size", broker.bytes())
                        .shown(
                                broker.bytes().isPresent()
                                        ? Units.bytes(broker.bytes().getAsLong())
                                        : "not known"));
    }

    private static List<DiskUse> dirs(Disks disks, BrokerId id) {
        return DiskUse.of(disks).stream().filter(use -> use.broker().equals(id)).toList();
    }

    private static List<ThrottleRow> throttles(Throttles throttles, BrokerId id) {
        return ThrottleRow.of(throttles).stream().filter(row -> row.isOf(id)).toList();
    }

    private static RuntimeException unknown(BrokerId id, Cluster cluster) {
        return Problem.usage(
                        "there is no broker " + id,
                        "broker show",
                        cluster.brokers().isEmpty()
                                ? "no broker is registered"
                                : "registered are "
                                        + Titles.brokers(cluster.brokers().keySet()),
                        "broker list")
                .asException();
    }
}
