package io.kash.lab.server;

import io.kash.lab.Node;
import io.kash.lab.Node.Kind;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The servers' files. What an operator has laid down under {@code chef} in the lab's home, as configuration management
 * would, is applied whenever a server starts:
 *
 * <pre>
 * chef/broker.properties      over every broker's own properties
 * chef/controller.properties  over every controller's own
 * chef/zk-4.cfg               instead of the configuration of zk-4
 * </pre>
 */
record Configuration(Roster roster, LabHome home) {
    /** In a server's directory. */
    static final String FILE = "server.properties";

    private static final String SERVER = "server.";

    /** Of a server that starts for the first time. */
    void create(Node node) {
        try {
            Path data = Files.createDirectories(home.directoryOf(node.name()).resolve("data"));
            if (node.isZooKeeper()) {
                Files.writeString(data.resolve("myid"), node.id() + "\n");
            }
            writeOwn(node);
            update(node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a server that starts again. */
    void update(Node node) {
        try {
            if (!node.isZooKeeper()) {
                writeOwn(node);
            } else if (Files.exists(givenTo(node))) {
                Files.copy(givenTo(node), of(node), StandardCopyOption.REPLACE_EXISTING);
            } else if (node.kind() == Kind.NEW_ZOOKEEPER && !knowsItself(node)) {
                // It has written down who the members are, and would not start as a server that is none of them.
                writeOwn(node);
            }
            // Else what the server itself has written there since: a reconfiguration changes its configuration.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean knowsItself(Node node) throws IOException {
        Properties own = read(of(node));
        String members = own.getProperty("dynamicConfigFile");
        return (members == null ? own : read(Path.of(members))).containsKey("server." + node.id());
    }

    /** Takes other servers for those a ZooKeeper's file names, and leaves the rest of it as it is. */
    void list(Node node, List<String> servers) {
        try {
            Stream<String> rest = Files.readAllLines(of(node)).stream().filter(line -> !line.startsWith(SERVER));
            Files.write(of(node), Stream.concat(rest, servers.stream()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a ZooKeeper's file that name servers; none where it has written them to a file of their own. */
    List<String> listed(Node node) {
        try {
            return Files.readAllLines(of(node)).stream()
                    .filter(line -> line.startsWith(SERVER))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path of(Node node) {
        return home.directoryOf(node.name()).resolve(FILE);
    }

    private Path givenTo(Node node) {
        return home.chef().resolve(node.name() + ".cfg");
    }

    private void writeOwn(Node node) throws IOException {
        Map<String, String> properties = new ServerProperties(roster).of(node, home.directoryOf(node.name()));
        if (!node.isZooKeeper()) {
            Properties given = given(node.isBroker() ? "broker.properties" : "controller.properties");
            for (String key : new TreeSet<>(given.stringPropertyNames())) {
                properties.put(key, given.getProperty(key));
            }
        }
        Files.writeString(
                of(node),
                properties.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("\n", "", "\n")));
    }

    private Properties given(String name) throws IOException {
        return read(home.chef().resolve(name));
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
        }
        return properties;
    }
}
