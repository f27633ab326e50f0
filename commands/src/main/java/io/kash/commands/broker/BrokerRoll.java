package io.kash.commands.broker;

import io.kash.commands.change.ChangeVerb;
import io.kash.commands.change.OperatingRoom;
import io.kash.commands.session.Session;
import io.kash.commands.verb.ValueTypes;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Argument;
import io.kash.completions.signature.Arity;
import io.kash.completions.signature.Option;
import io.kash.completions.signature.Signature;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.kafka.Broker;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.kafka.Setting;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.plan.Request;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.problem.ProblemException;
import io.kash.surgery.rolling.Restarts;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@code broker roll}: restarts brokers by the environment's hook, one at a time. */
public final class BrokerRoll extends ChangeVerb {
    private static final Argument<BrokerId> BROKERS = new Argument<>(
            "broker",
            ValueTypes.BROKER,
            Arity.ANY,
            "brokers to restart; with --expect those that do not show it when left out");
    private static final Option<Setting> EXPECT = Option.repeated(
            "expect",
            ValueTypes.SETTING,
            "a setting each is to show in its running configuration; one that does is left alone");
    private final RollOptions options;

    public BrokerRoll(Session session, OperatingRoom room) {
        super(
                Signature.of("broker roll", "Brokers", "Restart brokers one at a time")
                        .details(
                                "Each is restarted by the environment's hook, once, and the next one's turn comes when it"
                                        + " is another process with the wanted settings and has every replica in sync again."
                                        + " The controller is the last. The first that does not come back stops it all.")
                        .argument(BROKERS)
                        .option(EXPECT)
                        .option(RollOptions.ACCEPT)
                        .option(RollOptions.WITHIN)
                        .example("broker roll 1 2 3 --dry-run")
                        .example("broker roll --expect zookeeper.connect=10.0.1.12:2181,10.0.2.12:2181,10.0.3.12:2181"),
                session,
                room);
        this.options = new RollOptions(signature().name());
    }

    @Override
    protected Request request(Words words, Connection connection) {
        Cluster cluster = connection
                .observer()
                .read(Scope.of(new ClusterLook(Selection.all())))
                .part(Cluster.class);
        SortedMap<String, String> expected = expected(words);
        return options.request(
                title(words, expected),
                Restarts.of(brokers(words, expected, cluster), connection),
                expected,
                words,
                cluster);
    }

    private SortedMap<String, String> expected(Words words) {
        SortedMap<String, String> expected = new TreeMap<>();
        for (Setting setting : words.all(EXPECT)) {
            if (expected.put(setting.key(), setting.value()) != null) {
                throw wrong("--expect names " + setting.key() + " twice", "a setting has one value", "name it once");
            }
        }
        return expected;
    }

    /** Nothing named is not everything: only what is expected of brokers may choose them. */
    private List<Broker> brokers(Words words, SortedMap<String, String> expected, Cluster cluster) {
        SortedSet<BrokerId> named = new TreeSet<>(words.all(BROKERS));
        if (named.isEmpty() && expected.isEmpty()) {
            throw wrong(
                    "no broker is named",
                    "brokers are restarted by their ids, or because they do not show what is expected",
                    "broker roll " + Titles.brokers(cluster.brokers().keySet()).replace(",", " ")
                            + ", or --expect key=value");
        }
        for (BrokerId broker : named) {
            if (cluster.broker(broker).isEmpty()) {
                throw wrong(
                        "there is no broker " + broker,
                        "registered are " + Titles.brokers(cluster.brokers().keySet()),
                        "broker list");
            }
        }
        return cluster.brokers().values().stream()
                .filter(broker -> named.isEmpty() || named.contains(broker.id()))
                .toList();
    }

    private ProblemException wrong(String what, String why, String next) {
        return Problem.usage(what, signature().name(), why, next).asException();
    }

    private String title(Words words, SortedMap<String, String> expected) {
        StringBuilder title = new StringBuilder(signature().name());
        new TreeSet<>(words.all(BROKERS)).forEach(broker -> title.append(' ').append(broker));
        expected.forEach((key, value) ->
                title.append(" --expect ").append(key).append('=').append(value));
        return title.toString();
    }
}
