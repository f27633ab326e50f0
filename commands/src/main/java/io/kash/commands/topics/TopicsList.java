package io.kash.commands.topics;

import io.kash.commands.broker.SilentDisks;
import io.kash.commands.session.Session;
import io.kash.commands.terminal.Role;
import io.kash.commands.verb.ValueTypes;
import io.kash.commands.verb.Words;
import io.kash.commands.view.Answer;
import io.kash.commands.view.Column;
import io.kash.commands.view.ReadVerb;
import io.kash.commands.view.Rows;
import io.kash.commands.view.Table;
import io.kash.completions.signature.Option;
import io.kash.completions.signature.Signature;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.DisksLook;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.kafka.TopicGlob;
import io.kash.surgery.plan.Snapshot;
import java.util.List;

/**
 * Topics.
 *
 * <pre>
 * TOPIC               KIND      PARTITIONS  RF  MIN ISR      SIZE  NOT FULL
 * __consumer_offsets  internal          50  3         2   1.2 MiB         0
 * payments            -                 12  3         2  18.2 GiB         4
 * </pre>
 */
public final class TopicsList extends ReadVerb {
    private static final Option<TopicGlob> TOPICS =
            Option.list("topics", ValueTypes.TOPICS, "only topics of these names; * and ? may stand in them");

    private static final Table<TopicRow> TABLE = Table.of(
            Column.text("name", "TOPIC", row -> row.topic().name()),
            Column.<TopicRow>text("internal", "KIND", row -> row.topic().internal())
                    .shown(row -> row.topic().internal() ? "internal" : "-"),
            Column.count(
                    "partitions", "PARTITIONS", row -> row.topic().partitions().size()),
            Column.number("replicationFactor", "RF", TopicRow::replicationFactor)
                    .shown(TopicRow::factors),
            Column.number("minInSyncReplicas", "MIN ISR", row -> row.topic().minInSyncReplicas()),
            Column.bytes("bytes", "SIZE", TopicRow::bytes),
            Column.data("diskBytes", TopicRow::diskBytes),
            Column.<TopicRow>count("underReplicated", "NOT FULL", TopicRow::notFull)
                    .role(row -> row.notFull() > 0 ? Role.WARNING : Role.PLAIN));

    public TopicsList(Session session) {
        super(
                Signature.of("topics list", "Topics", "List topics with their size and health, internal ones included")
                        .details("SIZE is that of one copy. NOT FULL counts the partitions of which a replica is not"
                                + " in sync.")
                        .option(TOPICS)
                        .example("topics list")
                        .example("topics list --topics 'payments-*,orders'"),
                session);
    }

    @Override
    protected Answer answer(Words words) {
        List<TopicGlob> globs = words.all(TOPICS);
        Snapshot now = observe(new ClusterLook(Selection.all()), new DisksLook(Selection.all()));
        List<TopicRow> rows = now.part(Cluster.class).topics().values().stream()
                .filter(topic -> TopicGlob.selects(globs, topic.name()))
                .map(topic -> TopicRow.of(topic, now.part(Disks.class)))
                .toList();
        String none = globs.isEmpty() ? "the cluster has no topic" : "no topic has such a name";
        return SilentDisks.note(
                Answer.of("topics-list/1", now.observedAt(), Rows.of("topics", TABLE, rows, none)), now);
    }
}
