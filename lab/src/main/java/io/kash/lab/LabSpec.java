package io.kash.lab;

import io.kash.lab.address.Addressing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a lab consists of. Immutable: every {@code with} answers a changed copy.
 *
 * @param mode ZooKeeper or KRaft
 * @param quorum how many ZooKeeper servers, or controllers
 * @param newQuorum how many more of them run without being members: they follow the old ones, with the ids after theirs,
 *     until somebody adds them
 * @param zooKeeper the release of the ZooKeeper servers, 3.4.14, 3.5.10 or 3.9.5; the brokers' own when
 *     empty
 * @param reconfigurable whether ZooKeeper servers that can be reconfigured may be
 * @param oldBrokers how many old brokers, with the ids 1, 2, …; without any there is an ensemble and nothing else
 * @param newBrokers how many new, empty brokers, with the ids 11, 12, …
 * @param topics what is created and seeded, on the old brokers only
 * @param canary whether there is a topic {@value #CANARY} for the product's canary, named in the environments file
 * @param traffic whether a producer and a consumer group run from the start; they need a topic
 * @param brokerProperties put into every broker's properties, over the lab's own. {@code ${host}}, {@code ${id}} and
 *     {@code ${directory}} stand for the broker's address, id and directory
 * @param extraListeners listeners beside the plain one
 * @param addressing whether servers have addresses of their own
 * @param throttle the limit written into the environments file, as the product reads it
 * @param home where the lab keeps its files; a fresh temporary directory when empty
 * @param readyWithin how long starting may take before it counts as failed
 */
public record LabSpec(
        Mode mode,
        int quorum,
        int newQuorum,
        Optional<String> zooKeeper,
        boolean reconfigurable,
        int oldBrokers,
        int newBrokers,
        List<TopicSpec> topics,
        boolean canary,
        boolean traffic,
        Map<String, String> brokerProperties,
        List<ExtraListener> extraListeners,
        Addressing addressing,
        String throttle,
        Optional<Path> home,
        Duration readyWithin) {

    /** The topic the product may write sequence numbers to. */
    public static final String CANARY = "kash-canary";

    private static final long MB = 1_000_000;
    private static final int MOST = 9;

    public LabSpec {
        if (quorum < 1 || quorum > MOST || oldBrokers > MOST || newBrokers > MOST || quorum + newQuorum > MOST) {
            throw new IllegalArgumentException("a lab has 1 to 9 servers of a kind");
        }
        if (oldBrokers < 0 || newBrokers < 0 || newQuorum < 0) {
            throw new IllegalArgumentException("a lab has no negative number of servers");
        }
        if (mode == Mode.KRAFT && (zooKeeper.isPresent() || oldBrokers == 0)) {
            throw new IllegalArgumentException("only an ensemble of ZooKeepers has a release of its own or no brokers");
        }
        if (oldBrokers == 0 && (newBrokers > 0 || canary || !topics.isEmpty())) {
            throw new IllegalArgumentException("topics and new brokers need an old broker");
        }
        if (traffic && topics.isEmpty()) {
            throw new IllegalArgumentException("traffic needs a topic");
        }
        topics = List.copyOf(topics);
        // Not Map.copyOf: the order is the order in the brokers' files.
        brokerProperties = Collections.unmodifiableMap(new LinkedHashMap<>(brokerProperties));
        extraListeners = List.copyOf(extraListeners);
    }

    /** Three servers of the quorum and three old brokers; no topic, no traffic: the quickest to start. */
    public static LabSpec bare() {
        return new LabSpec(
                Mode.ZOOKEEPER,
                3,
                0,
                Optional.empty(),
                true,
                3,
                0,
                List.of(),
                false,
                false,
                Map.of(),
                List.of(),
                Addressing.DETECTED,
                "40MB/s",
                Optional.empty(),
                Duration.ofSeconds(90));
    }

    /** The old cluster with its data and its clients, and nothing new. */
    public static LabSpec plain() {
        return bare().withTopics(monitoringTopics()).withCanary(true).withTraffic(true);
    }

    /** The old cluster with its data and its clients, and three new, empty brokers beside it. */
    public static LabSpec move() {
        return plain().withNewBrokers(3);
    }

    /**
     * Where a migration begins: the old cluster with its data and its clients, new, empty brokers, and three new servers of
     * the quorum that are no members yet.
     */
    public static LabSpec doom() {
        return move().withNewQuorum(3);
    }

    /** What a small monitoring company keeps in Kafka; some 300 MB, before replication. */
    public static List<TopicSpec> monitoringTopics() {
        return List.of(
                new TopicSpec("metrics", 12, 120 * MB),
                new TopicSpec("events", 6, 60 * MB),
                new TopicSpec("logs", 8, 60 * MB),
                new TopicSpec("checks", 6, 30 * MB),
                new TopicSpec("alerts", 6, 20 * MB),
                new TopicSpec("audit", 6, 10 * MB));
    }

    public LabSpec withMode(Mode value) {
        return with(draft -> draft.mode = value);
    }

    public LabSpec withQuorum(int value) {
        return with(draft -> draft.quorum = value);
    }

    public LabSpec withNewQuorum(int value) {
        return with(draft -> draft.newQuorum = value);
    }

    /** ZooKeeper servers of this release: {@code 3.4.14}, which cannot be reconfigured, {@code 3.5.10}, or {@code 3.9.5}, with
     * an AdminServer where servers have addresses of their own. */
    public LabSpec withZooKeeper(String release) {
        return with(draft -> draft.zooKeeper = Optional.of(release));
    }

    /** Its ZooKeeper servers are started with {@code reconfigEnabled=false}, the default of ZooKeeper. */
    public LabSpec withoutReconfiguration() {
        return with(draft -> draft.reconfigurable = false);
    }

    public LabSpec withOldBrokers(int value) {
        return with(draft -> draft.oldBrokers = value);
    }

    public LabSpec withNewBrokers(int value) {
        return with(draft -> draft.newBrokers = value);
    }

    public LabSpec withTopics(List<TopicSpec> value) {
        return with(draft -> draft.topics = value);
    }

    public LabSpec withCanary(boolean value) {
        return with(draft -> draft.canary = value);
    }

    public LabSpec withTraffic(boolean value) {
        return with(draft -> draft.traffic = value);
    }

    public LabSpec withAddressing(Addressing value) {
        return with(draft -> draft.addressing = value);
    }

    public LabSpec withThrottle(String value) {
        return with(draft -> draft.throttle = value);
    }

    /** One more property of every broker, over the lab's own. */
    public LabSpec withBrokerProperty(String key, String value) {
        return with(draft -> draft.brokerProperties.put(key, value));
    }

    public LabSpec withExtraListener(ExtraListener value) {
        return with(draft -> draft.extraListeners.add(value));
    }

    public LabSpec withHome(Path value) {
        return with(draft -> draft.home = Optional.of(value));
    }

    private LabSpec with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.finished();
    }

    /** A copy while it is being changed; never leaves this class. */
    private static final class Draft {
        private Mode mode;
        private int quorum;
        private int newQuorum;
        private Optional<String> zooKeeper;
        private boolean reconfigurable;
        private int oldBrokers;
        private int newBrokers;
        private List<TopicSpec> topics;
        private boolean canary;
        private boolean traffic;
        private final Map<String, String> brokerProperties;
        private final List<ExtraListener> extraListeners;
        private Addressing addressing;
        private String throttle;
        private Optional<Path> home;
        private final Duration readyWithin;

        Draft(LabSpec spec) {
            mode = spec.mode;
            quorum = spec.quorum;
            newQuorum = spec.newQuorum;
            zooKeeper = spec.zooKeeper;
            reconfigurable = spec.reconfigurable;
            oldBrokers = spec.oldBrokers;
            newBrokers = spec.newBrokers;
            topics = spec.topics;
            canary = spec.canary;
            traffic = spec.traffic;
            brokerProperties = new LinkedHashMap<>(spec.brokerProperties);
            extraListeners = new ArrayList<>(spec.extraListeners);
            addressing = spec.addressing;
            throttle = spec.throttle;
            home = spec.home;
            readyWithin = spec.readyWithin;
        }

        LabSpec finished() {
            return new LabSpec(
                    mode,
                    quorum,
                    newQuorum,
                    zooKeeper,
                    reconfigurable,
                    oldBrokers,
                    newBrokers,
                    topics,
                    canary,
                    traffic,
                    brokerProperties,
                    extraListeners,
                    addressing,
                    throttle,
                    home,
                    readyWithin);
        }
    }
}
