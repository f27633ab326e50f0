package io.kash.commands.reassignments;

import io.kash.commands.change.ChangeVerb;
import io.kash.commands.change.OperatingRoom;
import io.kash.commands.change.Question;
import io.kash.commands.session.Ownership;
import io.kash.commands.session.Session;
import io.kash.commands.terminal.Line;
import io.kash.commands.verb.ValueTypes;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Argument;
import io.kash.completions.signature.Arity;
import io.kash.completions.signature.Signature;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.movement.CancelRequest;
import io.kash.surgery.plan.Request;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.problem.Problem;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * {@code reassignments cancel}: take back reassignments, safe ones only. Ours are taken together; one of somebody else
 * must be named, and is asked for by its name.
 */
public final class ReassignmentsCancel extends ChangeVerb {
    private static final Argument<TopicPartition> PARTITIONS = new Argument<>(
            "partition",
            ValueTypes.PARTITION,
            Arity.ANY,
            "partitions whose reassignment is cancelled; all of our own when left out");

    private final Ownership ownership;

    public ReassignmentsCancel(Session session, OperatingRoom room, Ownership ownership) {
        super(
                Signature.of("reassignments cancel", "Movement", "Cancel reassignments, where it is safe")
                        .details("Safe means: enough of the original replicas are alive and in sync to take writes."
                                + " A reassignment that kash did not start is cancelled only when it is named.")
                        .argument(PARTITIONS)
                        .example("reassignments cancel --dry-run")
                        .example("reassignments cancel payments-7"),
                session,
                room);
        this.ownership = ownership;
    }

    /** What is cancelled may belong to the very operation that is unfinished. */
    @Override
    protected boolean putsRight() {
        return true;
    }

    @Override
    protected Request request(Words words, Connection connection) {
        SortedSet<TopicPartition> named = new TreeSet<>(words.all(PARTITIONS));
        if (!named.isEmpty()) {
            return new CancelRequest("reassignments cancel " + Titles.names(named), named);
        }
        SortedSet<TopicPartition> ours = new TreeSet<>();
        SortedSet<TopicPartition> foreign = new TreeSet<>();
        running(connection, Scope.of(new ClusterLook(Selection.all())))
                .forEach(
                        partition -> (ownership.ownerOf(partition).isPresent() ? ours : foreign).add(partition.name()));
        if (ours.isEmpty() && !foreign.isEmpty()) {
            throw new Problem(
                            Problem.Kind.REFUSED,
                            "every reassignment that runs is somebody else's: " + Titles.names(foreign),
                            connection.environment().name(),
                            "work of others is cancelled only when each of it is named",
                            "reassignments cancel " + foreign.first())
                    .asException();
        }
        if (!foreign.isEmpty()) {
            session()
                    .screen()
                    .note(Line.of("Left alone, for kash did not start " + (foreign.size() == 1 ? "it: " : "them: ")
                            + Titles.names(foreign)));
        }
        return new CancelRequest(signature().name(), ours);
    }

    @Override
    protected List<Question> questions(Words words, Connection connection, Request request) {
        SortedSet<TopicPartition> named = ((CancelRequest) request).partitions();
        return running(connection, request.scope())
                .filter(partition -> named.contains(partition.name()))
                .filter(partition -> ownership.ownerOf(partition).isEmpty())
                .map(Partition::name)
                .map(name -> new Question(
                        "kash did not start the reassignment of " + name + ". Type " + name + " to cancel it: ",
                        name.toString()))
                .toList();
    }

    private static Stream<Partition> running(Connection connection, Scope scope) {
        return connection
                .observer()
                .read(scope)
                .part(Cluster.class)
                .partitions()
                .filter(Partition::reassigning);
    }
}
