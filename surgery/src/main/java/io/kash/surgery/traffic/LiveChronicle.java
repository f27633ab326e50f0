package io.kash.surgery.traffic;

import io.kash.surgery.environment.Connection;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.operation.Ending;
import io.kash.surgery.operation.Event;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.operation.Ticker;
import io.kash.surgery.plan.Json;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.problem.ProblemException;
import io.kash.surgery.throttle.RestoreThrottle;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** A chronicle of a real run: a canary where the environment names a topic for it, and a sampler, each in a thread. */
public final class LiveChronicle implements Chronicle {
    /** How often the cluster is looked at after the end, until every replica is in sync and no reassignment is left. */
    private static final int LOOKS = 5;

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration READ_BACK_WITHIN = Duration.ofSeconds(90);

    private final Connection connection;
    private final Operation operation;
    private final Tools tools;
    private final EvidenceStore store;
    private final Notes notes = new Notes();
    private final SampleRun samples;
    private final Optional<CanaryRun> canary;
    private boolean closed;

    /** What chronicles are made with, the same for all. */
    public record Tools(Json json, Clock clock, LongSupplier nanoTime, Ticker ticker, CanaryTopic.Opener canaries) {
        /** Begins chronicles with these. */
        public Chronicler chronicler() {
            return (connection, operation) -> {
                LiveChronicle chronicle = new LiveChronicle(connection, operation, this);
                chronicle.start();
                return chronicle;
            };
        }
    }

    private LiveChronicle(Connection connection, Operation operation, Tools tools) {
        this.connection = connection;
        this.operation = operation;
        this.tools = tools;
        this.store = new EvidenceStore(connection.store(), tools.json(), operation.id());
        this.samples = new SampleRun(new Sampler(connection.observer()), keeper(), tools.clock(), notes);
        this.canary = connection
                .environment()
                .canary()
                .map(topic -> new CanaryRun(topic, connection, keeper(), tools, notes));
    }

    /** Each thread has one of its own. */
    private EvidenceStore keeper() {
        return new EvidenceStore(connection.store(), tools.json(), operation.id());
    }

    private void start() {
        guarded("what was there before could not be kept", () -> {
            // Seen later, what the operation has done itself would pass for what was there before.
            if (store.before().isEmpty() && !begunToChange()) {
                store.keepBefore(new Surveyor(connection.observer()).look().marks());
            }
        });
        samples.start();
        canary.ifPresent(CanaryRun::start);
    }

    @Override
    public Clients clients() {
        return new Clients() {
            @Override
            public Optional<String> watched() {
                return canary.map(CanaryRun::topic);
            }

            @Override
            public OptionalLong acknowledgedWithinMillis(Set<Integer> unsettled) {
                return canary.map(run -> run.acknowledgedWithinMillis(unsettled))
                        .orElse(OptionalLong.empty());
            }
        };
    }

    private boolean begunToChange() {
        return operation.lines().stream().anyMatch(line -> line.event() instanceof Event.Intended);
    }

    @Override
    public Optional<Evidence> finish(Ending ending) {
        try {
            boolean atOnce = ending instanceof Ending.Left;
            samples.end(!atOnce);
            canary.ifPresent(run -> run.end(!atOnce));
            if (!atOnce) {
                store.keep(testimony(ending));
            }
            return Optional.of(new Dossier(tools.json()).of(connection, operation));
        } catch (ProblemException e) {
            notes.add(e.problem().what() + ": " + e.problem().why());
            return Optional.of(bare(ending));
        } catch (RuntimeException e) {
            notes.add("the evidence could not be put together: " + e);
            return Optional.of(bare(ending));
        } finally {
            close();
        }
    }

    private Evidence bare(Ending ending) {
        return new Dossier(tools.json()).without(connection, operation, ending instanceof Ending.Finished, notes.all());
    }

    private Testimony testimony(Ending ending) {
        boolean finished = ending instanceof Ending.Finished;
        Optional<CanaryAccount> account = canary.flatMap(run -> run.account(READ_BACK_WITHIN));
        List<Claim> claims = new ArrayList<>(CanaryClaims.of(
                account,
                connection.environment().canary().isEmpty()
                        ? "this environment names no canary topic"
                        : "the canary could not write"));
        Optional<Marks> after = Optional.empty();
        try {
            Surveyor.Survey survey = settled();
            after = Optional.of(survey.marks());
            store.before()
                    .ifPresentOrElse(
                            before -> claims.addAll(compare(before, survey, finished)),
                            () -> notes.add("what was there before is not known: nothing could be compared"));
        } catch (ProblemException e) {
            notes.add("what is there after could not be seen: " + e.problem().what() + ": "
                    + e.problem().why());
        }
        return new Testimony(tools.clock().instant(), finished, words(ending), claims, account, after, notes.all());
    }

    private static String words(Ending ending) {
        return ending instanceof Ending.Stopped stopped
                ? stopped.why()
                : ending instanceof Ending.Left left ? left.why() : "done and verified";
    }

    /** Looked at until it is whole, a few times: a replica may be a moment behind when it is looked at. */
    private Surveyor.Survey settled() {
        Surveyor surveyor = new Surveyor(connection.observer());
        Surveyor.Survey survey = surveyor.look();
        for (int look = 1; look < LOOKS && !survey.marks().whole(); look++) {
            tools.ticker().pause(BETWEEN_LOOKS);
            survey = surveyor.look();
        }
        return survey;
    }

    private List<Claim> compare(Marks before, Surveyor.Survey survey, boolean finished) {
        boolean throttlesKept = operation.plans().stream()
                .flatMap(plan -> plan.steps().stream())
                .noneMatch(RestoreThrottle.class::isInstance);
        return new Comparison(before, survey.marks(), planned(before, survey), finished, throttlesKept).claims();
    }

    /** The assignment before, with all plans carried out on it. */
    private SortedMap<TopicPartition, List<BrokerId>> planned(Marks before, Surveyor.Survey survey) {
        Map<TopicPartition, Partition> then = new TreeMap<>();
        survey.cluster().partitions().forEach(now -> before.of(now.name())
                .ifPresent(mark -> then.put(
                        now.name(), Partition.at(now.name(), mark.replicas(), mark.replicas(), mark.leader()))));
        Snapshot world = Snapshot.of(survey.marks().at(), survey.cluster().with(then), survey.throttles());
        for (Plan plan : operation.plans()) {
            world = plan.project(world);
        }
        SortedMap<TopicPartition, List<BrokerId>> planned = new TreeMap<>();
        world.part(Cluster.class).partitions().forEach(partition -> planned.put(partition.name(), partition.target()));
        return planned;
    }

    private void guarded(String what, Runnable work) {
        try {
            work.run();
        } catch (ProblemException e) {
            notes.add(what + ": " + e.problem().what() + ": " + e.problem().why());
        } catch (RuntimeException e) {
            notes.add(what + ": " + e);
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            samples.end(false);
            canary.ifPresent(CanaryRun::close);
        }
    }

    /** When it began, for intervals that grow with it. */
    static Duration since(Instant begun, Clock clock) {
        return Duration.between(begun, clock.instant());
    }
}
