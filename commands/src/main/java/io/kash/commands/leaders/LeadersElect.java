package io.kash.commands.leaders;

import io.kash.commands.change.ChangeVerb;
import io.kash.commands.change.NamedTopics;
import io.kash.commands.change.OperatingRoom;
import io.kash.commands.session.Session;
import io.kash.commands.verb.ValueTypes;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Option;
import io.kash.completions.signature.Signature;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.kafka.TopicGlob;
import io.kash.surgery.leadership.ElectRequest;
import io.kash.surgery.plan.Request;
import io.kash.surgery.plan.Scope;
import java.util.List;
import java.util.stream.Collectors;

/** {@code leaders elect}: leadership back to the preferred replicas. */
public final class LeadersElect extends ChangeVerb {
    private static final Option<TopicGlob> TOPICS =
            Option.list("topics", ValueTypes.TOPICS, "only topics that match; all when left out");

    public LeadersElect(Session session, OperatingRoom room) {
        super(
                Signature.of("leaders elect", "Leaders", "Elect the preferred leader of every partition")
                        .details("Only a replica in sync is elected; an unclean election is never asked for.")
                        .option(TOPICS)
                        .example("leaders elect --dry-run"),
                session,
                room);
    }

    @Override
    protected Request request(Words words, Connection connection) {
        List<TopicGlob> topics = words.all(TOPICS);
        if (!topics.isEmpty()) {
            Cluster cluster = connection
                    .observer()
                    .read(Scope.of(new ClusterLook(Selection.all())))
                    .part(Cluster.class);
            NamedTopics.require(topics, cluster, signature().name(), session().screen());
        }
        return new ElectRequest(title(topics), topics);
    }

    private String title(List<TopicGlob> topics) {
        return topics.isEmpty()
                ? signature().name()
                : signature().name() + " --topics "
                        + topics.stream().map(TopicGlob::pattern).collect(Collectors.joining(","));
    }
}
