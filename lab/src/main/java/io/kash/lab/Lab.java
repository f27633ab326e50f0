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
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A running lab: real ZooKeeper servers (or KRaft controllers) and Kafka brokers, each a process on this machine.
 *
 * <p>It ends with {@link #close}, with an orderly end of this JVM, and, by its children's own doing, with any other end of
 * it. What cannot be done fails with a {@link LabException}. Safe for use by several threads.
 */
public final class Lab implements AutoCloseable {
    private static final Duration BROKER_UP_WITHIN = Duration.ofSeconds(60);
    /** Longer than the brokers' session timeout. */
    private static final Duration BROKER_FORGOTTEN_WITHIN = Duration.ofSeconds(20);

    private final LabSpec spec;
    private final Resources resources;
    private final LabHome home;
    private final Roster roster;
    private final Servers servers;
    private final Brokers brokers;
    private final Optional<Traffic> traffic;
    private final String clusterId;

    Lab(
            LabSpec spec,
            Resources resources,
            LabHome home,
            Roster roster,
            Servers servers,
            Brokers brokers,
            Optional<Traffic> traffic) {
        this.spec = spec;
        this.resources = resources;
        this.home = home;
        this.roster = roster;
        this.servers = servers;
        this.brokers = brokers;
        this.traffic = traffic;
        this.clusterId = brokers.clusterId();
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
        brokers.awaitRegistered(nodes, nodes, Deadline.in(BROKER_UP_WITHIN));
        writeEnvironmentsFile();
        return nodes;
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
        if (node.isBroker()) {
            // While the cluster still believes in the dead one's session, a broker that comes with its id gives up.
            Waiting.until(() -> !brokers.registered().contains(node.id()), Deadline.in(BROKER_FORGOTTEN_WITHIN));
        }
        servers.start(name);
        if (node.isBroker()) {
            brokers.awaitRegistered(List.of(node), List.of(node), Deadline.in(BROKER_UP_WITHIN));
        }
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
        new EnvironmentsFile(spec, bootstrap(), clusterId, zookeeperConnect(), newFleet).write(environmentsFile());
    }

    /** Ends every server and removes every file. Nothing happens the second time. */
    @Override
    public void close() {
        resources.close();
    }
}
