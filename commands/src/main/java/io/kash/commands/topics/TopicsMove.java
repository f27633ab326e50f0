package io.kash.commands.topics;

import io.kash.commands.change.ChangeVerb;
import io.kash.commands.change.MoveOptions;
import io.kash.commands.change.OperatingRoom;
import io.kash.commands.session.Session;
import io.kash.commands.terminal.Line;
import io.kash.commands.verb.ValueTypes;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Flag;
import io.kash.completions.signature.Option;
import io.kash.completions.signature.Signature;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.movement.MoveRequest;
import io.kash.surgery.plan.Request;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.problem.ProblemException;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** {@code topics move}: every replica of some topics off some brokers onto others. */
public final class TopicsMove extends ChangeVerb {
    private static final Flag TO_NEW =
            new Flag("to-new", "from the fleet 'old' to the fleet 'new' of this environment");
    private static final Option<BrokerId> FROM =
            Option.list("from", ValueTypes.BROKER, "brokers that give up their replicas");
    private static final Option<BrokerId> TO = Option.list("to", ValueTypes.BROKER, "brokers that may receive them");

    public TopicsMove(Session session, OperatingRoom room) {
        super(
                MoveOptions.in(Signature.of("topics move", "Topics", "Move replicas from some brokers to others")
                        .details(
                                "Every replica of the topics on the brokers that give goes to one of those that receive;"
                                        + " racks are kept apart, the replication factor and the order of replicas are kept."
                                        + " Where the environment names no fleets, --to-new takes the brokers without replicas.")
                        .flag(TO_NEW)
                        .option(FROM)
                        .option(TO)
                        .example("topics move --to-new --dry-run")
                        .example("topics move --from 1,2,3 --to 11,12,13 --topics 'payments-*' --throttle 80MB/s")),
                session,
                room);
    }

    @Override
    protected Request request(Words words, Connection connection) {
        Cluster cluster = connection.observer().read(MoveRequest.SCOPE).part(Cluster.class);
        Environment environment = connection.environment();
        boolean toNew = words.has(TO_NEW);
        if (toNew && !(words.all(FROM).isEmpty() && words.all(TO).isEmpty())) {
            throw usage("--to-new already says from where and where to", "leave out --from and --to");
        }
        SortedSet<BrokerId> to = toNew ? newBrokers(environment, cluster) : new TreeSet<>(words.all(TO));
        SortedSet<BrokerId> from = toNew ? oldBrokers(environment, cluster, to) : new TreeSet<>(words.all(FROM));
        if (from.isEmpty() || to.isEmpty()) {
            throw usage(
                    "it is not said which brokers give and which receive",
                    "topics move --to-new, or topics move --from <brokers> --to <brokers>");
        }
        requireDisjoint(from, to);
        MoveOptions options = new MoveOptions(words, environment, session().screen());
        options.requireTopics(cluster, signature().name());
        return new MoveRequest(
                title(toNew, words, options),
                from,
                to,
                options.topics(),
                options.throttle(),
                options.window(),
                environment.limits().diskFree().percent());
    }

    private SortedSet<BrokerId> newBrokers(Environment environment, Cluster cluster) {
        Optional<SortedSet<BrokerId>> declared = fleet(environment, "new");
        if (declared.isPresent()) {
            return declared.get();
        }
        SortedSet<BrokerId> empty = new TreeSet<>(cluster.brokers().keySet());
        cluster.partitions().forEach(partition -> empty.removeAll(partition.replicas()));
        if (empty.isEmpty()) {
            throw usage(
                    "no fleet 'new' is declared, and every broker holds replicas",
                    "add fleets to the environment, or name brokers with --from and --to");
        }
        session()
                .screen()
                .note(Line.of("No fleet 'new' is declared: taking the brokers without replicas, "
                        + Titles.brokers(empty) + "."));
        return empty;
    }

    private static SortedSet<BrokerId> oldBrokers(Environment environment, Cluster cluster, SortedSet<BrokerId> to) {
        return fleet(environment, "old").orElseGet(() -> {
            SortedSet<BrokerId> rest = new TreeSet<>(cluster.brokers().keySet());
            cluster.partitions().forEach(partition -> rest.addAll(partition.replicas()));
            rest.removeAll(to);
            return rest;
        });
    }

    private static Optional<SortedSet<BrokerId>> fleet(Environment environment, String name) {
        return environment.fleet(name).map(fleet -> {
            if (!fleet.byIds()) {
                throw Problem.usage(
                                "the brokers of fleet '" + name + "' cannot be told yet",
                                environment.name(),
                                "it is declared by group or tag, and this release reads ids only",
                                "declare its ids, or name brokers with --from and --to")
                        .asException();
            }
            SortedSet<BrokerId> ids = new TreeSet<>();
            fleet.ids().forEach(id -> ids.add(new BrokerId(id)));
            return ids;
        });
    }

    private void requireDisjoint(Collection<BrokerId> from, Collection<BrokerId> to) {
        SortedSet<BrokerId> both = new TreeSet<>(from);
        both.retainAll(to);
        if (!both.isEmpty()) {
            throw usage(
                    Titles.labelled(both) + (both.size() == 1 ? " is" : " are") + " to give and to receive",
                    "name a broker once, with --from or with --to");
        }
    }

    private static String title(boolean toNew, Words words, MoveOptions options) {
        String way = toNew
                ? "--to-new"
                : "--from " + Titles.brokers(words.all(FROM)) + " --to " + Titles.brokers(words.all(TO));
        return "topics move " + way + options.suffix();
    }

    private ProblemException usage(String what, String next) {
        return Problem.usage(what, signature().name(), "", next).asException();
    }
}
