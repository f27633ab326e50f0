package io.kash.surgery.traffic;

import io.kash.surgery.environment.Connection;
import io.kash.surgery.kafka.Offsets;
import io.kash.surgery.kafka.OffsetsLook;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.problem.ProblemException;
import io.kash.surgery.traffic.CanaryLine.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One canary's life while an operation runs: it begins once its topic is seen, beats, is counted, and ends. */
final class CanaryRun {
    private static final Duration BETWEEN_BEATS = Duration.ofMillis(100);
    private static final Duration LEAST_BETWEEN_LINES = Duration.ofSeconds(10);
    private static final Duration MOST_BETWEEN_LINES = Duration.ofSeconds(60);
    /** Lines of a run, about: each is as long as there are gaps in what was acknowledged, so hardly any. */
    private static final int ABOUT = 400;

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);
    private static final Duration SETTLES_WITHIN = Duration.ofSeconds(30);

    private final String name;
    private final Connection connection;
    private final EvidenceStore store;
    private final LiveChronicle.Tools tools;
    private final Notes notes;
    private final CanaryTopic topic;
    private final Beat beats;
    private final Beat lines;
    private final Instant begun;
    private volatile @Nullable Canary canary;
    private boolean ended;

    CanaryRun(String name, Connection connection, EvidenceStore store, LiveChronicle.Tools tools, Notes notes) {
        this.name = name;
        this.connection = connection;
        this.store = store;
        this.tools = tools;
        this.notes = notes;
        this.topic = tools.canaries().open(connection.environment(), name);
        this.beats = new Beat("canary", notes);
        this.lines = new Beat("canary counts", notes);
        this.begun = tools.clock().instant();
    }

    void start() {
        beats.start(this::beat, () -> canary == null ? BETWEEN_TRIES : BETWEEN_BEATS);
        lines.start(this::count, this::betweenLines);
    }

    private void beat() {
        Canary live = canary;
        if (live == null) {
            SortedMap<Integer, Long> starts = starts();
            if (starts.isEmpty()) {
                notes.add("there is no topic " + name
                        + ", and kash makes none; make it with as many partitions as there" + " are brokers");
                return;
            }
            live = new Canary(UUID.randomUUID().toString(), topic, starts, tools.nanoTime());
            keep(live.line(Phase.BEGUN, tools.clock().instant()));
            canary = live;
        }
        live.beat();
    }

    /** Where its logs end now. Seen through the admin client, which never makes a topic that is not there. */
    private SortedMap<Integer, Long> starts() {
        Offsets offsets = connection
                .observer()
                .read(Scope.of(new OffsetsLook(Selection.of(List.of(name)), false)))
                .part(Offsets.class);
        SortedMap<Integer, Long> starts = new TreeMap<>();
        offsets.logs().forEach((partition, log) -> {
            if (log.end().isPresent()) {
                starts.put(partition.partition(), log.end().getAsLong());
            }
        });
        return starts;
    }

    private void count() {
        Canary live = canary;
        if (live != null) {
            keep(live.line(Phase.COUNTED, tools.clock().instant()));
        }
    }

    private Duration betweenLines() {
        Duration wanted = LiveChronicle.since(begun, tools.clock()).dividedBy(ABOUT);
        return wanted.compareTo(LEAST_BETWEEN_LINES) < 0
                ? LEAST_BETWEEN_LINES
                : wanted.compareTo(MOST_BETWEEN_LINES) > 0 ? MOST_BETWEEN_LINES : wanted;
    }

    private synchronized void keep(CanaryLine line) {
        store.append(line);
    }

    String topic() {
        return name;
    }

    /** As its canary says; empty before it has begun. */
    OptionalLong acknowledgedWithinMillis(Set<Integer> unsettled) {
        Canary live = canary;
        return live == null ? OptionalLong.empty() : live.acknowledgedWithinMillis(unsettled);
    }

    /** @param patient whether records under way are waited for */
    void end(boolean patient) {
        if (ended) {
            return;
        }
        ended = true;
        beats.end(patient ? Duration.ofSeconds(6) : Duration.ZERO);
        lines.end(patient ? Duration.ofSeconds(3) : Duration.ZERO);
        Canary live = canary;
        if (live != null) {
            topic.settle(patient ? SETTLES_WITHIN : Duration.ofMillis(200));
            keep(live.line(Phase.ENDED, tools.clock().instant()));
        }
    }

    /** Reads back what all runs of the operation wrote. Empty when none ever wrote. */
    Optional<CanaryAccount> account(Duration atMost) {
        Reconciliation reconciliation = new Reconciliation(store.canaryLines());
        if (reconciliation.nothingWritten()) {
            return Optional.empty();
        }
        List<String> remarks = new ArrayList<>();
        boolean whole = false;
        try {
            remarks.addAll(cut(reconciliation.from()));
            whole = topic.read(reconciliation.from(), reconciliation, atMost);
            if (!whole) {
                remarks.add("reading back took longer than " + atMost.toSeconds() + " s and was given up");
            }
        } catch (ProblemException e) {
            remarks.add(e.problem().what() + ": " + e.problem().why());
        }
        return Optional.of(reconciliation.account(name, whole, remarks));
    }

    /** Where the log has lost its beginning since: what was there cannot be read back, whoever removed it. */
    private List<String> cut(SortedMap<Integer, Long> from) {
        List<String> cut = new ArrayList<>();
        connection
                .observer()
                .read(Scope.of(new OffsetsLook(Selection.of(List.of(name)), true)))
                .part(Offsets.class)
                .logs()
                .forEach((partition, log) -> {
                    long start = from.getOrDefault(partition.partition(), Long.MAX_VALUE);
                    if (log.earliest().orElse(0) > start) {
                        cut.add("the log of " + partition + " begins at "
                                + log.earliest().getAsLong() + " now, and the canary began at " + start);
                    }
                });
        return cut;
    }

    void close() {
        end(false);
        topic.close();
    }
}
