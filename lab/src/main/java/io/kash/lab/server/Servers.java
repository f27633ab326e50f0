package io.kash.lab.server;

import io.kash.lab.LabException;
import io.kash.lab.Mode;
import io.kash.lab.Node;
import io.kash.lab.NodeState;
import io.kash.lab.NodeState.Life;
import io.kash.lab.ToolRun;
import io.kash.lab.waiting.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The lab's server processes: started, stopped, killed, paused by name.
 *
 * <p>Starting fails when the process cannot be started, not when the server does not come up: see {@link #firstEnded}.
 * Closing kills what runs; what is left if closing fails is the janitor's.
 */
public final class Servers implements AutoCloseable {
    /** A broker hands its leaderships over before it ends. */
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(60);

    private static final Duration ARCHIVES_WITHIN = Duration.ofSeconds(30);
    private static final Duration TOOL_ENDS_WITHIN = Duration.ofMinutes(2);

    private final Roster roster;
    private final LabHome home;
    private final JavaCommand command;
    private final Configuration configuration;
    private final StorageFormat storage;
    private final JanitorLine janitor;
    private final Map<String, Server> servers = new LinkedHashMap<>();
    private boolean proven;
    private boolean closed;

    public Servers(Roster roster, LabHome home) {
        this.roster = roster;
        this.home = home;
        this.command = new JavaCommand(ServerJars.staged(), home, roster.spec(), SuperUser.in(home));
        this.configuration = new Configuration(roster, home);
        this.storage = new StorageFormat(roster, home, command, configuration);
        this.janitor = new JanitorLine(command, home);
        HookScript.write(home);
    }

    /** Writes the servers' files and starts their processes. Does not wait until they serve. */
    public void create(List<Node> nodes) {
        nodes.forEach(configuration::create);
        if (roster.spec().mode() == Mode.KRAFT) {
            storage.format(nodes);
        }
        nodes.forEach(this::launch);
    }

    private synchronized void launch(Node node) {
        requireOpen();
        JavaCommand.Launch launch = command.server(node, configuration.of(node));
        Child child = Child.start(node.name(), launch.words(), home.directoryOf(node.name()), home.logOf(node.name()));
        write(home.directoryOf(node.name()).resolve(LabHome.PID), child.pid());
        servers.put(node.name(), new Server(node, child, launch.leavesArchive()));
        janitor.knows(child);
    }

    private static void write(Path file, long pid) {
        try {
            Files.writeString(file, pid + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything serves: what the servers have loaded by now is worth remembering for the next lab. */
    public synchronized void proveWorking() {
        proven = true;
    }

    /** Starts a server that was stopped or killed, with its old data and the configuration it is given now. */
    public void start(String name) {
        Server server = named(name);
        if (server.child().life() != Life.ENDED) {
            throw new LabException("cannot start " + name, "it runs", "stop it first: ./kash lab stop " + name);
        }
        configuration.update(server.node());
        launch(server.node());
    }

    /** Puts other servers into a ZooKeeper's file. */
    public void list(String name, List<String> servers) {
        configuration.list(named(name).node(), servers);
    }

    /** The lines of a ZooKeeper's file that name servers. */
    public List<String> listed(String name) {
        return configuration.listed(named(name).node());
    }

    /** SIGTERM, and waits until the server has shut down. Nothing happens when it has ended already. */
    public void stop(String name) {
        if (!named(name).child().stop(STOPS_WITHIN)) {
            throw new LabException(
                    name + " does not shut down",
                    "it is still running " + STOPS_WITHIN.toSeconds() + " s after SIGTERM",
                    "see its log " + home.logOf(name) + ", or end it: ./kash lab kill " + name);
        }
    }

    /** SIGKILL. */
    public void kill(String name) {
        named(name).child().kill();
    }

    /** SIGSTOP: it keeps its connections and answers nobody. */
    public void pause(String name) {
        named(name).child().pause();
    }

    /** SIGCONT. */
    public void resume(String name) {
        named(name).child().resume();
    }

    public synchronized List<NodeState> states() {
        return servers.values().stream()
                .map(server -> new NodeState(
                        server.node(), server.child().life(), server.child().pid()))
                .toList();
    }

    /** The first of these servers that is not running, as what to say about it. */
    public Optional<LabException> firstEnded(List<Node> nodes) {
        requireOpen();
        return states().stream()
                .filter(state -> nodes.contains(state.node()))
                .filter(state -> state.life() == Life.ENDED)
                .findFirst()
                .map(state -> new LabException(
                        state.node().name() + " ended while it was being started",
                        "its log ends with:" + System.lineSeparator()
                                + logTail(state.node().name()),
                        "mend what it complains about and start again"));
    }

    /** When the lab is being stopped, servers end, and that is not what went wrong. */
    private synchronized void requireOpen() {
        if (closed) {
            throw new LabException(
                    "the lab is being stopped", "its process was told to end", "start it again: ./kash lab up");
        }
    }

    private String logTail(String name) {
        try {
            // Without stack frames, which push what happened out of sight.
            List<String> lines = Files.readAllLines(home.logOf(name), StandardCharsets.UTF_8).stream()
                    .filter(line -> !line.stripLeading().startsWith("at "))
                    .toList();
            return lines.stream()
                    .skip(Math.max(0, lines.size() - 12))
                    .map(line -> "        " + line)
                    .collect(Collectors.joining(System.lineSeparator()));
        } catch (IOException e) {
            return "(its log cannot be read: " + e + ")";
        }
    }

    /** Runs one of Kafka's own tools and waits for its end. */
    public ToolRun runTool(String mainClass, List<String> arguments) {
        return new Tools(home).run(mainClass, command.tool(mainClass, arguments), TOOL_ENDS_WITHIN);
    }

    public Node node(String name) {
        return named(name).node();
    }

    public Path configurationOf(String name) {
        return configuration.of(node(name));
    }

    private synchronized Server named(String name) {
        Server server = servers.get(name);
        if (server == null) {
            throw new LabException(
                    "no server " + name + " in the lab",
                    "it has " + String.join(", ", servers.keySet()),
                    "see ./kash lab status");
        }
        return server;
    }

    @Override
    public void close() {
        List<Server> all;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            all = new ArrayList<>(servers.values());
        }
        if (proven) {
            stopThoseThatLeaveArchives(all);
        }
        all.forEach(server -> server.child().signalKill());
        all.forEach(server -> server.child().kill());
        command.collectArchives(proven);
        janitor.close();
    }

    private void stopThoseThatLeaveArchives(List<Server> all) {
        List<Child> leaving = all.stream()
                .filter(Server::leavesArchive)
                .map(Server::child)
                .filter(child -> child.life() == Life.RUNNING)
                .toList();
        Deadline deadline = Deadline.in(ARCHIVES_WITHIN);
        leaving.forEach(Child::signalStop);
        leaving.forEach(child -> child.awaitEnd(deadline.left()));
    }

    private record Server(Node node, Child child, boolean leavesArchive) {}
}
