package io.kash.commands.reassignments;

import io.kash.commands.change.ChangeVerb;
import io.kash.commands.change.MoveOptions;
import io.kash.commands.change.OperatingRoom;
import io.kash.commands.session.Ownership;
import io.kash.commands.session.Session;
import io.kash.commands.verb.ValueTypes;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Argument;
import io.kash.completions.signature.Arity;
import io.kash.completions.signature.Option;
import io.kash.completions.signature.Signature;
import io.kash.surgery.environment.ByteRate;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.environment.Environment.Limits;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.movement.AdoptRequest;
import io.kash.surgery.plan.Request;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.problem.Problem;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code reassignments adopt}: take over what somebody else has started to move, and see it through. */
public final class ReassignmentsAdopt extends ChangeVerb {
    private static final Argument<TopicPartition> PARTITIONS = new Argument<>(
            "partition",
            ValueTypes.PARTITION,
            Arity.ANY,
            "partitions to take over; all that are not ours when left out");
    private static final Option<ByteRate> THROTTLE = Option.optional(
            "throttle", ValueTypes.RATE, "the most a broker sends or receives; the environment's limit when left out");

    private final Ownership ownership;

    public ReassignmentsAdopt(Session session, OperatingRoom room, Ownership ownership) {
        super(
                Signature.of(
                                "reassignments adopt",
                                "Movement",
                                "Take over reassignments that somebody else has started")
                        .details("They become an operation of their own: throttled, watched, verified, to be paused or"
                                + " cancelled like any other. Nothing is submitted anew. Throttles that others have set are"
                                + " replaced meanwhile and put back.")
                        .argument(PARTITIONS)
                        .option(THROTTLE)
                        .example("reassignments adopt --dry-run"),
                session,
                room);
        this.ownership = ownership;
    }

    @Override
    protected Request request(Words words, Connection connection) {
        List<TopicPartition> named = words.all(PARTITIONS);
        Cluster cluster = connection
                .observer()
                .read(Scope.of(new ClusterLook(Selection.all())))
                .part(Cluster.class);
        SortedMap<TopicPartition, List<BrokerId>> targets = new TreeMap<>();
        cluster.partitions()
                .filter(Partition::reassigning)
                .filter(partition ->
                        named.isEmpty() ? ownership.ownerOf(partition).isEmpty() : named.contains(partition.name()))
                .forEach(partition -> targets.put(partition.name(), partition.target()));
        named.stream().filter(name -> !targets.containsKey(name)).findFirst().ifPresent(name -> {
            throw Problem.usage(
                            "no reassignment of " + name + " is running",
                            connection.environment().name(),
                            "",
                            "reassignments list")
                    .asException();
        });
        refuseOurs(targets.keySet(), cluster, connection);
        Limits limits = connection.environment().limits();
        ByteRate throttle = MoveOptions.withinLimit(
                words.first(THROTTLE).orElse(limits.throttle()), connection.environment(), "--throttle ");
        return new AdoptRequest(
                signature().name() + (named.isEmpty() ? "" : " " + named.size() + " named"),
                targets,
                throttle,
                limits.diskFree().percent());
    }

    private void refuseOurs(Set<TopicPartition> names, Cluster cluster, Connection connection) {
        for (TopicPartition name : names) {
            cluster.partition(name).flatMap(ownership::ownerOf).ifPresent(operation -> {
                throw new Problem(
                                Problem.Kind.REFUSED,
                                name + " is moved by operation " + operation,
                                connection.environment().name(),
                                "only what nobody here has started is taken over",
                                "ops resume " + operation)
                        .asException();
            });
        }
    }
}
