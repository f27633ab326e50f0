package io.kash.commands.broker;

import io.kash.commands.session.Session;
import io.kash.commands.terminal.Role;
import io.kash.commands.verb.Words;
import io.kash.commands.view.Answer;
import io.kash.commands.view.Column;
import io.kash.commands.view.ReadVerb;
import io.kash.commands.view.Rows;
import io.kash.commands.view.Table;
import io.kash.completions.signature.Signature;
import io.kash.surgery.check.FullDisks;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.DisksLook;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.plan.Snapshot;
import java.util.List;

/**
 * All brokers.
 *
 * <pre>
 * BROKER  ADDRESS           RACK  FLEET  STATE  ROLE        REPLICAS  LEADERS      SIZE  DISK
 *      1  127.60.1.11:9092  a     old    up     controller       214       71  18.2 GiB  71 %
 *     11  127.60.1.12:9092  a     new    up     -                  0        0       0 B   3 %
 * </pre>
 */
public final class BrokerList extends ReadVerb {
    private static final Table<BrokerRow> TABLE = Table.of(
            Column.number("id", "BROKER", BrokerRow::id),
            Column.text("address", "ADDRESS", BrokerRow::address),
            Column.data("host", BrokerRow::host),
            Column.data("port", BrokerRow::port),
            Column.text("rack", "RACK", BrokerRow::rack),
            Column.text("fleet", "FLEET", BrokerRow::fleet),
            Column.<BrokerRow>text("state", "STATE", row -> row.state().word())
                    .role(row -> row.state().role()),
            Column.<BrokerRow>text("controller", "ROLE", BrokerRow::controller)
                    .shown(row -> row.controller() ? "controller" : "-"),
            Column.count("replicas", "REPLICAS", BrokerRow::replicas),
            Column.count("leaders", "LEADERS", BrokerRow::leaders),
            Column.<BrokerRow>count("outOfSync", "OUT OF SYNC", BrokerRow::behind)
                    .role(row -> row.behind() > 0 ? Role.WARNING : Role.PLAIN),
            Column.bytes("bytes", "SIZE", BrokerRow::bytes),
            Column.<BrokerRow>percent("diskPercent", "DISK", BrokerRow::diskPercent)
                    .role(row -> row.diskPercent().orElse(0) > FullDisks.LIMIT_PERCENT ? Role.WARNING : Role.PLAIN));

    public BrokerList(Session session) {
        super(
                Signature.of("broker list", "Brokers", "List the brokers with their load, disks and fleets")
                        .details("A broker that partitions count on but that is not registered is listed as down;"
                                + " one that only the environments file names, as absent.")
                        .example("broker list")
                        .example("broker list --query \"brokers[?state!='up'].id\""),
                session);
    }

    @Override
    protected Answer answer(Words words) {
        Snapshot now = observe(new ClusterLook(Selection.all()), new DisksLook(Selection.all()));
        BrokerFleets fleets = new BrokerFleets(session().connection().environment());
        List<BrokerRow> rows = BrokerRow.of(now.part(Cluster.class), now.part(Disks.class), fleets);
        Answer answer = Answer.of(
                "broker-list/1", now.observedAt(), Rows.of("brokers", TABLE, rows, "no broker is registered"));
        return SilentDisks.note(answer, now);
    }
}
