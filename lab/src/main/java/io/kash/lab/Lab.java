package io.kash.lab;

import io.kash.lab.address.Endpoint;
import io.kash.lab.cluster.ClusterFacts;
import io.kash.lab.cluster.EnvironmentsFile;
import io.kash.lab.server.LabHome;
import io.kash.lab.server.Roster;
import io.kash.lab.server.Servers;
import io.kash.lab.traffic.Traffic;
import io.kash.lab.waiting.Deadline;
import io.kash.lab.waiting.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A running lab: real ZooKeeper servers (or KRaft controllers) and Kafka brokers, each a process on this machine.
 *
 * <p>It ends with {@link #close}, with an orderly end of this JVM, and, by its children's own doing, with any other end of
 * it. What cannot be done fails with a {@link LabException}. Safe for use by several threads.
 */
public final class Lab implements AutoCloseable {
    private static final Duration UP_WITHIN = Duration.ofSeconds(60);
    /** Longer than the brokers' session timeout. */
    private static final Duration BROKER_FORGOTTEN_WITHIN = Duration.ofSeconds(20);

    private final LabSpec spec;
    private final Resources resources;
    private final LabHome home;
    private final Roster roster;
    private final Servers servers;
    private final Brokers brokers;
    private final Quorum quorum;
    private final Optional<Traffic> traffic;
    private final String clusterId;

    Lab(
            LabSpec spec,
            Resources resources,
            LabHome home,
            Roster roster,
            Servers servers,
            Brokers brokers,
            Quorum quorum,
            Optional<Traffic> traffic) {
        this.spec = spec;
        this.resources = resources;
        this.home = home;
        this.roster = roster;
        this.servers = servers;
        this.brokers = brokers;
        this.quorum = quorum;
        this.traffic = traffic;
        this.clusterId = spec.oldBrokers() == 0 ? "" : brokers.clusterId();
    }

    /** Starts a lab and is back when it is ready, in silence. */
    public static Lab start(LabSpec spec) {
        return start(spec, line -> {});
    }

    /**
     * Starts a lab and is back when it is ready: brokers registered, topics seeded and in sync, traffic flowing,
     * environments file written. If that fails, nothing is left.
     *
     * @param progress is told what happens, a line at a time
     * @throws LabException when it is not ready within {@link LabSpec#readyWithin}
     */
    public static Lab start(LabSpec spec, Consumer<String> progress) {
        Resources resources = new Resources();
        try {
            return new LabStart(spec, progress, resources).run();
        } catch (RuntimeException e) {
            resources.close();
            throw e;
        }
    }

    public LabSpec spec() {
        return spec;
    }

    /** The file that tells the product about the lab, as environment {@code lab}. */
    public Path environmentsFile() {
        return home.environmentsFile();
    }

    /**
     * Where an operator's configuration management would leave its files: {@code broker.properties} goes over every
     * broker's own when it starts again, and {@code zk-4.cfg} takes the place of that server's configuration. It is not
     * there before somebody makes it.
     */
    public Path chef() {
        return home.chef();
    }

    /** The configuration a server was started with last; ZooKeeper servers write to theirs. */
    public Path configurationOf(String name) {
        return servers.configurationOf(name);
    }

    /** The plain listeners of the brokers that were started, as {@code host:port,host:port}. */
    public String bootstrap() {
        return Roster.endpoints(brokerNodes());
    }

    /**
     * The listeners of this name of the brokers that were started.
     *
     * @param listener the name of one of {@link LabSpec#extraListeners}
     */
    public String bootstrap(String listener) {
        int index = IntStream.range(0, spec.extraListeners().size())
                .filter(i -> spec.extraListeners().get(i).name().equals(listener))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no extra listener " + listener));
        return brokerNodes().stream()
                .map(node -> roster.plan().extra(node.id(), index))
                .map(Endpoint::toString)
                .collect(Collectors.joining(","));
    }

    /** As brokers are told it; empty in KRaft mode. */
    public String zookeeperConnect() {
        return roster.zooKeeperConnect();
    }

    /** Empty in a lab without brokers. */
    public String clusterId() {
        return clusterId;
    }

    /** Every server that was ever started in this lab, and how it stands. */
    public List<NodeState> nodes() {
        return servers.states();
    }

    private List<Node> brokerNodes() {
        return nodes().stream().map(NodeState::node).filter(Node::isBroker).toList();
    }

    /**
     * Starts more new, empty brokers, with the next free ids from 11, and waits until they are registered.
     *
     * @return the brokers started
     */
    public List<Node> startNewBrokers(int count) {
        List<Node> nodes = roster.newBrokers(nextNewBroker(), count);
        servers.create(nodes);
        brokers.awaitRegistered(nodes, nodes, Deadline.in(UP_WITHIN));
        writeEnvironmentsFile();
        return nodes;
    }

    /**
     * Starts three more ZooKeeper servers, which are no members of the ensemble, and
     * waits until they follow its leader, without a vote.
     *
     * @return the servers started
     */
    public List<Node> startNewZooKeepers() {
        requireMode(Mode.ZOOKEEPER);
        return startNewQuorum();
    }

    /** The same with controllers, which become observers of the quorum. */
    public List<Node> startNewControllers() {
        requireMode(Mode.KRAFT);
        return startNewQuorum();
    }

    private List<Node> startNewQuorum() {
        if (!newQuorum().isEmpty()) {
            throw new LabException("the new servers run already", "they are started once", "see ./kash lab status");
        }
        List<Node> nodes = roster.newQuorum(Roster.USUAL_NEW_QUORUM);
        servers.create(nodes);
        quorum.awaitLinked(nodes, Deadline.in(UP_WITHIN));
        writeEnvironmentsFile();
        return nodes;
    }

    private void requireMode(Mode mode) {
        if (spec.mode() != mode) {
            throw new IllegalStateException("this lab is in mode " + spec.mode());
        }
    }

    private List<Node> newQuorum() {
        return nodes().stream()
                .map(NodeState::node)
                .filter(node -> node.kind() == Node.Kind.NEW_ZOOKEEPER || node.kind() == Node.Kind.NEW_CONTROLLER)
                .toList();
    }

    private int nextNewBroker() {
        return brokerNodes().stream().mapToInt(Node::id).max().stream()
                .map(highest -> Math.max(highest + 1, Roster.FIRST_NEW_BROKER))
                .findFirst()
                .orElse(Roster.FIRST_NEW_BROKER);
    }

    /**
     * Starts a server that was stopped or killed, with its old data, and waits, if it is a broker, until it is registered.
     *
     * @param name as {@code broker-1}, {@code zk-2} or {@code controller-3}
     */
    public void startNode(String name) {
        Node node = node(name);
        startProcess(node);
        if (node.isBroker()) {
            brokers.awaitRegistered(List.of(node), List.of(node), Deadline.in(UP_WITHIN));
        }
    }

    private void startProcess(Node node) {
        if (node.isBroker()) {
            // While the cluster still believes in the dead one's session, a broker that comes with its id gives up.
            Waiting.until(() -> !brokers.registered().contains(node.id()), Deadline.in(BROKER_FORGOTTEN_WITHIN));
        }
        servers.start(node.name());
    }

    /**
     * Ends a server's process in order, if it runs, and starts another with the configuration it is given now; back when
     * the process has been started. Whether the server comes up is another question.
     */
    public void restart(String name) {
        Node node = node(name);
        stop(name);
        startProcess(node);
    }

    /**
     * Puts other servers into a ZooKeeper's file, for its next start.
     *
     * @param lines as {@code server.1=127.60.1.11:2888:3888}
     */
    public void list(String name, List<String> lines) {
        servers.list(name, lines);
    }

    /** The lines of a ZooKeeper's file that name servers. */
    public List<String> listed(String name) {
        return servers.listed(name);
    }

    /** SIGTERM; back when the server has shut down. */
    public void stop(String name) {
        servers.stop(name);
    }

    /** SIGKILL; back when its process is gone. */
    public void kill(String name) {
        servers.kill(name);
    }

    /** SIGSTOP: the server keeps its connections and answers nobody. */
    public void pause(String name) {
        servers.pause(name);
    }

    /** SIGCONT, after {@link #pause}. */
    public void resume(String name) {
        servers.resume(name);
    }

    private Node node(String name) {
        return servers.node(name);
    }

    /**
     * The live clients.
     *
     * @throws IllegalStateException when the lab was started without them
     */
    public Traffic traffic() {
        return traffic.orElseThrow(() -> new IllegalStateException("this lab has no traffic"));
    }

    /** Where every replica is and which throttles are set, as the cluster says now. */
    public ClusterFacts facts() {
        return brokers.facts();
    }

    /**
     * Runs one of Kafka's own tools, of the brokers' release, and waits for its end, two minutes at most.
     *
     * @param mainClass for example {@code org.apache.kafka.tools.reassign.ReassignPartitionsCommand}
     * @param arguments for example {@code --bootstrap-server} and {@link #bootstrap}
     */
    public ToolRun runTool(String mainClass, String... arguments) {
        return servers.runTool(mainClass, List.of(arguments));
    }

    void writeEnvironmentsFile() {
        List<Integer> newFleet = IntStream.range(
                        Roster.FIRST_NEW_BROKER,
                        Math.max(nextNewBroker(), Roster.FIRST_NEW_BROKER + Roster.USUAL_NEW_BROKERS))
                .boxed()
                .toList();
        // One that nobody serves: the product is told of no lab without a place for brokers.
        String bootstrap = spec.oldBrokers() == 0 ? roster.plan().broker(1).toString() : bootstrap();
        new EnvironmentsFile(spec, bootstrap, clusterId, newFleet, ensemble(), controllers(), home.hook())
                .write(environmentsFile());
    }

    private Optional<EnvironmentsFile.Ensemble> ensemble() {
        return spec.mode() == Mode.ZOOKEEPER
                ? Optional.of(new EnvironmentsFile.Ensemble(
                        zookeeperConnect(),
                        home.zooKeeperAuth(),
                        roster.plan().zooKeeperAddressing(),
                        ids(roster.quorum()),
                        ids(newQuorum())))
                : Optional.empty();
    }

    private Optional<EnvironmentsFile.Controllers> controllers() {
        if (spec.mode() != Mode.KRAFT) {
            return Optional.empty();
        }
        SortedMap<String, List<Integer>> zones = new TreeMap<>();
        Stream.concat(roster.quorum().stream(), newQuorum().stream())
                .forEach(node -> zones.computeIfAbsent(node.zone().rack(), zone -> new ArrayList<>())
                        .add(node.id()));
        return Optional.of(new EnvironmentsFile.Controllers(ids(roster.quorum()), ids(newQuorum()), zones));
    }

    private static List<Integer> ids(List<Node> nodes) {
        return nodes.stream().map(Node::id).toList();
    }

    /** Ends every server and removes every file. Nothing happens the second time. */
    @Override
    public void close() {
        resources.close();
    }
}
