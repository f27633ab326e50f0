package io.kash.commands.status;

import io.kash.commands.broker.SilentDisks;
import io.kash.commands.reassignments.ReassignmentRow;
import io.kash.commands.session.FirstSeen;
import io.kash.commands.session.Ownership;
import io.kash.commands.session.RecentOperations;
import io.kash.commands.session.Session;
import io.kash.commands.throttles.OwnedThrottle;
import io.kash.commands.throttles.SilentThrottles;
import io.kash.commands.verb.Words;
import io.kash.commands.view.Answer;
import io.kash.commands.view.ReadVerb;
import io.kash.commands.view.Section;
import io.kash.completions.signature.Signature;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.Throttles;
import io.kash.surgery.plan.Part;
import io.kash.surgery.zookeeper.Ensemble;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;

/**
 * The state of an environment on one screen, for the first look at night. Every engine is asked at the same time, and
 * one that is down shows as that, beside the others.
 */
public final class Status extends ReadVerb {
    private static final int OPERATIONS = 5;

    private final Ownership ownership;
    private final FirstSeen firstSeen;
    private final RecentOperations operations;
    private final ExecutorService threads;
    private final Duration limit;

    /**
     * @param threads asks the engines; at least four at the same time
     * @param limit how long any engine may take
     */
    public Status(
            Session session,
            Ownership ownership,
            FirstSeen firstSeen,
            RecentOperations operations,
            ExecutorService threads,
            Duration limit) {
        super(
                Signature.of("status", "Environments", "Show the state of the environment on one screen")
                        .details("Fails when an engine could not be read, and shows the others all the same.")
                        .example("status")
                        .example("status --query 'cluster.offline'"),
                session);
        this.ownership = ownership;
        this.firstSeen = firstSeen;
        this.operations = operations;
        this.threads = threads;
        this.limit = limit;
    }

    @Override
    protected Answer answer(Words words) {
        Connection connection = session().connection();
        Environment environment = connection.environment();
        Readings readings = Readings.of(connection.observer(), Engines.looks(environment), threads, limit);
        List<Section> sections = new ArrayList<>(ofCluster(environment, readings));
        sections.add(part(
                readings,
                Throttles.class,
                "throttles",
                "Throttles",
                throttles -> StatusParts.throttles(
                        OwnedThrottle.of(throttles, ownership, firstSeen, at(readings)),
                        !throttles.silent().isEmpty())));
        sections.add(
                environment.zookeeper().isPresent()
                        ? part(readings, Ensemble.class, "zookeeper", "ZooKeeper", StatusParts::ensemble)
                        : StatusParts.noEnsemble());
        sections.add(StatusParts.findings(Findings.of(readings.snapshot(at(readings)))));
        sections.add(StatusParts.operations(operations.lines(OPERATIONS)));
        Answer answer = new Answer("status/1", readings.observedAt(), sections, List.of(), Engines.problems(readings));
        return noted(answer, readings);
    }

    /** With the brokers that left something unsaid while their engine answered. */
    private static Answer noted(Answer answer, Readings readings) {
        boolean sizes = readings.part(Cluster.class).isPresent()
                && readings.part(Disks.class).isPresent();
        Answer noted = sizes ? SilentDisks.note(answer, readings.snapshot(at(readings))) : answer;
        return readings.part(Throttles.class)
                .map(throttles -> SilentThrottles.note(noted, throttles))
                .orElse(noted);
    }

    private List<Section> ofCluster(Environment environment, Readings readings) {
        Optional<Disks> disks = readings.part(Disks.class);
        String head = ClusterFacts.title(environment).text();
        return List.of(
                part(
                        readings,
                        Cluster.class,
                        "cluster",
                        head,
                        cluster -> ClusterFacts.of(environment, cluster, readings.observedAt())),
                part(
                        readings,
                        Cluster.class,
                        "brokers",
                        "Brokers",
                        cluster -> StatusParts.brokers(environment, cluster, disks)),
                part(readings, Cluster.class, "partitions", "Partitions", StatusParts::unwell),
                part(readings, Disks.class, "disks", "Disks", StatusParts::disks),
                part(
                        readings,
                        Cluster.class,
                        "reassignments",
                        "Reassignments",
                        cluster -> StatusParts.reassignments(
                                ReassignmentRow.of(cluster, disks, ownership, firstSeen, at(readings)))));
    }

    private static <P extends Part> Section part(
            Readings readings, Class<P> type, String name, String subject, Function<P, Section> shown) {
        return readings.part(type)
                .map(shown)
                .orElseGet(() ->
                        Heading.unread(name, subject, readings.problem(type).orElseThrow()));
    }

    /** Only asked for where something was read. */
    private static Instant at(Readings readings) {
        return readings.observedAt().orElse(Instant.EPOCH);
    }
}
