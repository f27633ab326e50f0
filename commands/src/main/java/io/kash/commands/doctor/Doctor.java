package io.kash.commands.doctor;

import io.kash.commands.broker.SilentDisks;
import io.kash.commands.change.OperatingRoom;
import io.kash.commands.session.FirstSeen;
import io.kash.commands.session.Ownership;
import io.kash.commands.session.Session;
import io.kash.commands.status.Readings;
import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.throttles.SilentThrottles;
import io.kash.commands.verb.Outcome;
import io.kash.commands.verb.Words;
import io.kash.commands.view.Answer;
import io.kash.commands.view.Fact;
import io.kash.commands.view.Facts;
import io.kash.commands.view.ReadVerb;
import io.kash.commands.view.Rows;
import io.kash.commands.view.Section;
import io.kash.completions.signature.Signature;
import io.kash.surgery.check.Checkup;
import io.kash.surgery.check.Checkup.Found;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.kafka.BrokerSettings;
import io.kash.surgery.kafka.BrokerSettingsLook;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.DisksLook;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.kafka.Throttles;
import io.kash.surgery.kafka.ThrottlesLook;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.plan.Finding.Severity;
import io.kash.surgery.plan.Look;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.problem.ProblemException;
import io.kash.surgery.zookeeper.Ensemble;
import io.kash.surgery.zookeeper.EnsembleLook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/**
 * {@code doctor}: everything that is wrong, or would go wrong in a surgery, as far as it can be seen beforehand. It looks
 * with the checks of the plans and changes nothing: what mends a thing is named beside it.
 */
public final class Doctor extends ReadVerb {
    private static final String PRODUCERS =
            "what producers ask for cannot be seen: only records they write with acks=all are within the promise";
    private static final String NOT_LOOKED_AT = "not looked at: AWS, Consul (this version asks neither)";

    private final OurClaims ours;
    private final ExecutorService threads;
    private final Duration limit;

    /**
     * @param threads asks the engines; at least five at the same time
     * @param limit how long any engine may take
     */
    public Doctor(
            Session session,
            OperatingRoom room,
            Ownership ownership,
            FirstSeen firstSeen,
            ExecutorService threads,
            Duration limit) {
        super(
                Signature.of("doctor", "Environments", "Find what is wrong before a surgery, and what mends it")
                        .details(
                                """
                                Looks at everything with the checks that plans are made with, and at what operations that \
                                died have left. Nothing is changed: each finding names the limit it touches and what lifts \
                                it. Topics for which no promise can be made are listed by name.

                                Exits 0 when nothing found stops a move, 4 when something does, and fails when an engine \
                                could not be read.""")
                        .example("doctor")
                        .example("doctor --query 'findings[?severity==`refusal`].what'"),
                session);
        this.ours = new OurClaims(room, ownership, firstSeen);
        this.threads = threads;
        this.limit = limit;
    }

    @Override
    protected Answer answer(Words words) {
        Connection connection = session().connection();
        Environment environment = connection.environment();
        Readings readings = Readings.of(connection.observer(), looks(environment), threads, limit);
        List<Problem> problems = new ArrayList<>(problems(readings, environment));
        Snapshot seen =
                withClaims(readings.snapshot(readings.observedAt().orElse(Instant.EPOCH)), connection, problems);
        List<Found> found = new Checkup(environment.limits().diskFree().percent()).of(seen);
        Answer answer = new Answer(
                "doctor/1",
                readings.observedAt(),
                List.of(head(environment, seen, readings, found), findings(found), PromiseView.of(seen)),
                List.of(),
                problems);
        boolean stops = FindingView.count(found, Severity.REFUSAL) > 0;
        return noted(answer, seen).note(PRODUCERS).note(NOT_LOOKED_AT).ending(stops ? Outcome.REFUSED : Outcome.DONE);
    }

    private static List<Look> looks(Environment environment) {
        List<Look> looks = new ArrayList<>(List.of(
                new ClusterLook(Selection.all()),
                new DisksLook(Selection.all()),
                new ThrottlesLook(Selection.all()),
                new BrokerSettingsLook()));
        environment.zookeeper().ifPresent(zookeeper -> looks.add(new EnsembleLook()));
        return looks;
    }

    /** Where Kafka's metadata cannot be read, that the rest of it cannot either is no news. */
    private static List<Problem> problems(Readings readings, Environment environment) {
        return looks(environment).stream()
                .map(Look::part)
                .filter(part -> part == Cluster.class
                        || part == Ensemble.class
                        || readings.problem(Cluster.class).isEmpty())
                .flatMap(part -> readings.problem(part).stream())
                .distinct()
                .toList();
    }

    private Snapshot withClaims(Snapshot seen, Connection connection, List<Problem> problems) {
        try {
            return seen.with(ours.read(connection, seen));
        } catch (ProblemException e) {
            problems.add(e.problem());
            return seen;
        }
    }

    private static Section head(Environment environment, Snapshot seen, Readings readings, List<Found> found) {
        Optional<Cluster> cluster = seen.find(Cluster.class);
        return Facts.of(
                "cluster",
                Line.of(environment.name() + " (" + environment.protection().word() + ")", Role.STRONG),
                Fact.data("environment", environment.name()),
                Fact.of("observed", "Observed", readings.observedAt()),
                Fact.of("id", "Cluster", cluster.map(Cluster::id)),
                Fact.data("refusals", FindingView.count(found, Severity.REFUSAL)),
                Fact.data("warnings", FindingView.count(found, Severity.WARNING)));
    }

    private static Section findings(List<Found> found) {
        boolean stops = FindingView.count(found, Severity.REFUSAL) > 0;
        Role role = stops ? Role.BAD : found.isEmpty() ? Role.GOOD : Role.WARNING;
        return Rows.of("findings", FindingView.TABLE, found, "")
                .titled(Line.of("Findings", Role.STRONG).plus("  " + FindingView.summary(found), role))
                .toldBy(FindingView::lines);
    }

    /** With the brokers that left something unsaid while their engine answered. */
    private static Answer noted(Answer answer, Snapshot seen) {
        boolean sizes =
                seen.find(Cluster.class).isPresent() && seen.find(Disks.class).isPresent();
        Answer disks = sizes ? SilentDisks.note(answer, seen) : answer;
        Answer throttles = seen.find(Throttles.class)
                .map(read -> SilentThrottles.note(disks, read))
                .orElse(disks);
        return seen.find(BrokerSettings.class)
                .filter(settings -> !settings.silent().isEmpty())
                .map(settings ->
                        throttles.note("no answer about settings from broker " + Titles.names(settings.silent())))
                .orElse(throttles);
    }
}
