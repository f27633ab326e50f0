package io.kash.commands.broker;

import io.kash.commands.change.ChangeVerb;
import io.kash.commands.change.MoveOptions;
import io.kash.commands.change.OperatingRoom;
import io.kash.commands.session.Session;
import io.kash.commands.verb.ValueTypes;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Argument;
import io.kash.completions.signature.Arity;
import io.kash.completions.signature.Flag;
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
import io.kash.surgery.problem.Problem;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** {@code broker drain}: every replica off a broker onto the rest. */
public final class BrokerDrain extends ChangeVerb {
    private static final Argument<BrokerId> BROKERS =
            new Argument<>("broker", ValueTypes.BROKER, Arity.MANY, "brokers to empty");
    private static final Option<BrokerId> TO =
            Option.list("to", ValueTypes.BROKER, "brokers that may receive; all others that are up when left out");

    private static final Flag LEVEL =
            new Flag("level", "also level replicas, leaders and bytes of those that receive, which moves more");

    public BrokerDrain(Session session, OperatingRoom room) {
        super(
                MoveOptions.in(Signature.of("broker drain", "Brokers", "Move every replica off a broker")
                        .alias("drain")
                        .details(
                                "The broker stays in the cluster and holds nothing; nothing else is moved, unless --level asks for it.")
                        .argument(BROKERS)
                        .option(TO)
                        .flag(LEVEL)
                        .example("drain 12 --dry-run")
                        .example("drain 12 --to 14,15 --throttle 80MB/s")),
                session,
                room);
    }

    @Override
    protected Request request(Words words, Connection connection) {
        Cluster cluster = connection.observer().read(MoveRequest.SCOPE).part(Cluster.class);
        Environment environment = connection.environment();
        SortedSet<BrokerId> drained = new TreeSet<>(words.all(BROKERS));
        drained.forEach(broker -> requireKnown(broker, cluster));
        SortedSet<BrokerId> to = new TreeSet<>(words.all(TO));
        if (to.isEmpty()) {
            cluster.brokers().values().stream()
                    .filter(Broker::alive)
                    .map(Broker::id)
                    .forEach(to::add);
        }
        requireOthers(drained, words.all(TO));
        to.removeAll(drained);
        MoveOptions options = new MoveOptions(words, environment, session().screen());
        options.requireTopics(cluster, signature().name());
        return new MoveRequest(
                "drain " + Titles.brokers(drained).replace(",", " ")
                        + (words.has(LEVEL) ? " --level" : "")
                        + options.suffix(),
                drained,
                to,
                options.topics(),
                options.throttle(),
                options.window(),
                environment.limits().diskFree().percent(),
                words.has(LEVEL));
    }

    private void requireOthers(SortedSet<BrokerId> drained, List<BrokerId> to) {
        SortedSet<BrokerId> both = new TreeSet<>(drained);
        both.retainAll(to);
        if (!both.isEmpty()) {
            throw Problem.usage(
                            Titles.labelled(both) + (both.size() == 1 ? " is" : " are") + " to give and to receive",
                            signature().name(),
                            "",
                            "name a broker once, to be drained or with --to")
                    .asException();
        }
    }

    /** A broker that is down may still be listed in assignments, and then it can be drained. */
    private void requireKnown(BrokerId broker, Cluster cluster) {
        boolean listed =
                cluster.partitions().anyMatch(partition -> partition.replicas().contains(broker));
        if (!listed && cluster.broker(broker).isEmpty()) {
            throw Problem.usage(
                            "there is no broker " + broker,
                            signature().name(),
                            "registered are " + Titles.brokers(cluster.brokers().keySet()),
                            "broker list")
                    .asException();
        }
    }
}
