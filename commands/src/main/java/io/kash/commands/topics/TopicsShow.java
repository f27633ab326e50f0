package io.kash.commands.topics;

import io.kash.commands.broker.SilentDisks;
import io.kash.commands.session.Session;
import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.verb.ValueTypes;
import io.kash.commands.verb.Words;
import io.kash.commands.view.Answer;
import io.kash.commands.view.Fact;
import io.kash.commands.view.Facts;
import io.kash.commands.view.ReadVerb;
import io.kash.commands.view.Rows;
import io.kash.commands.view.Units;
import io.kash.completions.signature.Argument;
import io.kash.completions.signature.Arity;
import io.kash.completions.signature.Signature;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.DisksLook;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.kafka.Topic;
import io.kash.surgery.kafka.TopicName;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.problem.Problem;
import java.util.List;

/**
 * One topic, partition by partition.
 *
 * <pre>
 * Topic payments
 *   Partitions  12
 *   Min ISR     2
 *   Size        18.2 GiB
 *
 * Partitions
 *   PARTITION  STATE  LEADER  REPLICAS  ISR    REASSIGNING  SIZE
 *           0  full        1  1,2,3     1,2,3  -            1.5 GiB
 * </pre>
 */
public final class TopicsShow extends ReadVerb {
    private static final Argument<TopicName> TOPIC = new Argument<>("topic", ValueTypes.TOPIC, Arity.ONE, "its name");

    public TopicsShow(Session session) {
        super(
                Signature.of("topics show", "Topics", "Show where the partitions of one topic are and how they stand")
                        .argument(TOPIC)
                        .example("topics show payments"),
                session);
    }

    @Override
    protected Answer answer(Words words) {
        TopicName name = words.first(TOPIC).orElseThrow();
        Snapshot now = observe(new ClusterLook(Selection.of(List.of(name.value()))), new DisksLook(Selection.all()));
        Topic topic = now.part(Cluster.class).topic(name.value()).orElseThrow(() -> unknown(name));
        Answer answer = Answer.of(
                "topics-show/1",
                now.observedAt(),
                facts(TopicRow.of(topic, now.part(Disks.class))),
                Rows.of(
                                "partitions",
                                PartitionRow.TABLE,
                                PartitionRow.of(topic, now.part(Disks.class)),
                                "it has no partition")
                        .titled(Line.of("Partitions", Role.STRONG)));
        return SilentDisks.note(answer, now);
    }

    private static Facts facts(TopicRow row) {
        Topic topic = row.topic();
        return Facts.of(
                "topic",
                Line.of("Topic ", Role.STRONG).plus(topic.name(), Role.STRONG),
                Fact.data("name", topic.name()),
                Fact.of("id", "Id", topic.id()),
                Fact.of("internal", "Internal", topic.internal()).shown(topic.internal() ? "yes" : "no"),
                Fact.of("partitionCount", "Partitions", topic.partitions().size())
                        .shown(Units.count(topic.partitions().size())),
                Fact.of("replicationFactor", "Replicas", row.replicationFactor())
                        .shown(row.factors()),
                Fact.of("minInSyncReplicas", "Min ISR", topic.minInSyncReplicas()),
                Fact.of("uncleanElection", "Unclean election", topic.uncleanElection())
                        .shown(topic.uncleanElection() ? "allowed: records can be lost" : "not allowed")
                        .role(topic.uncleanElection() ? Role.WARNING : Role.PLAIN),
                Fact.of("bytes", "Size", row.bytes())
                        .shown(
                                row.bytes().isPresent()
                                        ? Units.bytes(row.bytes().getAsLong()) + ", "
                                                + Units.bytes(row.diskBytes().orElse(0)) + " with all replicas"
                                        : "not known"));
    }

    private static RuntimeException unknown(TopicName name) {
        return Problem.usage(
                        "there is no topic '" + name + "'",
                        "topics show",
                        "it does not exist, or this client may not see it",
                        "topics list")
                .asException();
    }
}
