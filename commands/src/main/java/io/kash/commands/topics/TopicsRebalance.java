package io.kash.commands.topics;

import io.kash.commands.change.ChangeVerb;
import io.kash.commands.change.MoveOptions;
import io.kash.commands.change.OperatingRoom;
import io.kash.commands.session.Session;
import io.kash.commands.verb.ValueTypes;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Option;
import io.kash.completions.signature.Signature;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.kafka.Broker;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.movement.MoveRequest;
import io.kash.surgery.plan.Request;
import java.util.SortedSet;
import java.util.TreeSet;

/** {@code topics rebalance}: even numbers, leaders and bytes, with as few bytes moved as will do. */
public final class TopicsRebalance extends ChangeVerb {
    private static final Option<BrokerId> AMONG =
            Option.list("among", ValueTypes.BROKER, "brokers that give and receive; all that are up when left out");

    public TopicsRebalance(Session session, OperatingRoom room) {
        super(
                MoveOptions.in(Signature.of("topics rebalance", "Topics", "Level replicas, leaders and bytes")
                        .details(
                                "Within each rack every broker gets the same number of replicas and of leaders, and bytes"
                                        + " within one percent, with as few bytes moved as that takes. Replicas that share a rack"
                                        + " while another has none are taken apart.")
                        .option(AMONG)
                        .example("topics rebalance --dry-run")
                        .example("topics rebalance --among 11,12,13 --plan-out plan.json --dry-run")),
                session,
                room);
    }

    @Override
    protected Request request(Words words, Connection connection) {
        Cluster cluster = connection.observer().read(MoveRequest.SCOPE).part(Cluster.class);
        Environment environment = connection.environment();
        SortedSet<BrokerId> among = new TreeSet<>(words.all(AMONG));
        String title = "topics rebalance" + (among.isEmpty() ? "" : " --among " + Titles.brokers(among));
        if (among.isEmpty()) {
            cluster.brokers().values().stream()
                    .filter(Broker::alive)
                    .map(Broker::id)
                    .forEach(among::add);
        }
        MoveOptions options = new MoveOptions(words, environment, session().screen());
        options.requireTopics(cluster, signature().name());
        return new MoveRequest(
                title + options.suffix(),
                new TreeSet<>(),
                among,
                options.topics(),
                options.throttle(),
                options.window(),
                environment.limits().diskFree().percent(),
                true);
    }
}
