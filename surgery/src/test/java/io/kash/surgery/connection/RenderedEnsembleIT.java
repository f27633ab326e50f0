package io.kash.surgery.connection;

import static io.kash.surgery.connection.RealCluster.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.kash.surgery.addressing.Addressing;
import io.kash.surgery.addressing.KafkaProperties;
import io.kash.surgery.addressing.Lists;
import io.kash.surgery.addressing.Ports;
import io.kash.surgery.addressing.Rendered;
import io.kash.surgery.addressing.Rule;
import io.kash.surgery.addressing.ServerList;
import io.kash.surgery.addressing.ServerPlace;
import io.kash.surgery.addressing.Subnet;
import io.kash.surgery.addressing.ZooCfg;
import io.kash.surgery.environment.References;
import io.kash.surgery.zookeeper.Contents;
import io.kash.surgery.zookeeper.ContentsLook;
import io.kash.surgery.zookeeper.Ensemble.Server;
import io.kash.surgery.zookeeper.Inspected;
import io.kash.surgery.zookeeper.Inspected.Configured;
import io.kash.surgery.zookeeper.Inspection;
import io.kash.surgery.zookeeper.InspectionLook;
import io.kash.surgery.zookeeper.Member;
import io.kash.surgery.zookeeper.NodePath;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooKeeper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real servers, started from the files that are rendered for them and from nothing else. */
class RenderedEnsembleIT {
    private static final Addressing ADDRESSING = new Addressing(
            Optional.of(new Rule(
                    10,
                    new TreeMap<>(Map.of(
                            "a", Subnet.of("127.118.1.0/24"),
                            "b", Subnet.of("127.118.2.0/24"),
                            "c", Subnet.of("127.118.3.0/24"))),
                    1,
                    OptionalInt.empty(),
                    Ports.USUAL)),
            new TreeMap<>());

    private static final List<ServerPlace> PLACES =
            ADDRESSING.place(List.of(1, 2, 3, 4)).servers();
    private static final Lists LISTS = new Lists(PLACES.subList(0, 3), PLACES.subList(3, 4));

    @TempDir
    private Path directory = Path.of("");

    private final List<Process> processes = new ArrayList<>();

    @BeforeEach
    void requireAddresses() {
        for (ServerPlace place : PLACES) {
            assumeThat(canBind(place))
                    .as("this system has no address %s, or it is taken", place.clientAddress())
                    .isTrue();
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        processes.forEach(Process::destroyForcibly);
        for (Process process : processes) {
            process.waitFor();
        }
    }

    @Test
    void servers_form_the_ensemble_that_was_rendered_and_one_that_joins_listens_to_it() throws Exception {
        ZooCfg form = new ZooCfg(directory.resolve("${id}").toString(), true);
        start(form, ServerList.OLD);

        try (RealCluster cluster = at(LISTS.of(ServerList.OLD))) {
            Inspection seen = eventually(() -> look(cluster), one -> whole(one, 3));

            assertThat(places(seen))
                    .containsExactly("1 127.118.1.10:2181", "2 127.118.2.10:2181", "3 127.118.3.10:2181");
            assertThat(seen.servers()).allSatisfy(server -> {
                assertThat(server.configured()).isEqualTo(Configured.DYNAMIC);
                assertThat(members(server))
                        .containsExactly(
                                "server.1=127.118.1.10:2888:3888:participant;127.118.1.10:2181",
                                "server.2=127.118.2.10:2888:3888:participant;127.118.2.10:2181",
                                "server.3=127.118.3.10:2888:3888:participant;127.118.3.10:2181");
            });
            assertThat(seen.servers().stream().map(Inspected::syncedFollowers).filter(OptionalInt::isPresent))
                    .containsExactly(OptionalInt.of(2));
        }

        start(form, ServerList.JOINT, 4);

        try (RealCluster cluster = at(LISTS.of(ServerList.JOINT))) {
            Inspection seen = eventually(() -> look(cluster), one -> whole(one, 4));

            assertThat(places(seen)).contains("4 127.118.1.11:2181");
            assertThat(seen.servers()).as("it is no member yet").allSatisfy(server -> assertThat(members(server))
                    .hasSizeLessThanOrEqualTo(4)
                    .filteredOn(line -> line.contains(":participant"))
                    .hasSize(3));
        }
    }

    @Test
    void servers_form_an_ensemble_from_static_files() throws Exception {
        start(new ZooCfg(directory.resolve("${id}").toString(), false), ServerList.OLD);

        try (RealCluster cluster = at(LISTS.of(ServerList.OLD))) {
            Inspection seen = eventually(() -> look(cluster), one -> whole(one, 3));

            assertThat(places(seen))
                    .containsExactly("1 127.118.1.10:2181", "2 127.118.2.10:2181", "3 127.118.3.10:2181");
            assertThat(seen.servers()).extracting(Inspected::configured).containsOnly(Configured.STATIC);
        }
    }

    @Test
    void servers_with_different_trees_are_found_by_their_contents() throws Exception {
        for (ServerPlace place : PLACES.subList(0, 2)) {
            start(
                    place.id(),
                    "dataDir=" + directory.resolve(place.id() + "/data") + "\nclientPort=2181\nclientPortAddress="
                            + place.host() + "\n4lw.commands.whitelist=*\n");
            try (RealCluster alone = at(List.of(place))) {
                eventually(
                        () -> look(alone), one -> one.servers().get(0).server().answered());
            }
            create(place, "/same", "/only-" + place.id());
        }

        try (RealCluster both = at(PLACES.subList(0, 2))) {
            Contents contents = both.look(new ContentsLook(List.of(NodePath.ROOT)), Contents.class);
            assertThat(contents.servers().get(0).differing()).isEmpty();
            assertThat(contents.servers().get(1).differing()).contains("/only-1", "/only-2");
        }
    }

    private static void create(ServerPlace place, String... paths) throws Exception {
        CompletableFuture<Boolean> connected = new CompletableFuture<>();
        ZooKeeper client = new ZooKeeper(place.clientAddress(), 10_000, event -> {
            if (event.getState() == Watcher.Event.KeeperState.SyncConnected) {
                connected.complete(true);
            }
        });
        try {
            assertThat(connected.get(20, TimeUnit.SECONDS)).isTrue();
            for (String path : paths) {
                client.create(path, new byte[0], Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
            }
        } finally {
            client.close();
        }
    }

    private void start(ZooCfg form, ServerList list, Integer... only) throws IOException {
        for (Rendered file : form.render(LISTS, list)) {
            int id = file.server().orElseThrow();
            if (only.length == 0 || List.of(only).contains(id)) {
                start(id, file.content().replace("${id}", String.valueOf(id)));
            }
        }
    }

    private void start(int id, String content) throws IOException {
        Path own = Files.createDirectories(directory.resolve(String.valueOf(id)));
        Files.writeString(own.resolve("myid"), id + "\n");
        Path file = Files.writeString(own.resolve("zoo.cfg"), content);
        processes.add(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dzookeeper.jmx.log4j.disable=true",
                        "-Dzookeeper.admin.enableServer=false",
                        "-cp",
                        classPath(),
                        "org.apache.zookeeper.server.quorum.QuorumPeerMain",
                        file.toString())
                .directory(own.toFile())
                .redirectErrorStream(true)
                .redirectOutput(own.resolve("log").toFile())
                .start());
    }

    private static String classPath() throws IOException {
        Path jars = Path.of(System.getProperty("kash.home", ".."), "lab", "servers", "target", "lib");
        try (Stream<Path> files = Files.list(jars)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .map(Path::toString)
                    .sorted()
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    private static RealCluster at(List<ServerPlace> places) {
        String rendered = new KafkaProperties("")
                .render(new Lists(List.of(), places), ServerList.FINAL)
                .get(0)
                .content()
                .strip();
        return new RealCluster(
                RealCluster.environment(
                        "127.0.0.1:9", Optional.empty(), rendered.substring("zookeeper.connect=".length())),
                References.ofProcess());
    }

    private static Inspection look(RealCluster cluster) {
        return cluster.look(new InspectionLook(), Inspection.class);
    }

    private static boolean whole(Inspection seen, int servers) {
        return seen.servers().size() == servers
                && seen.servers().stream().allMatch(server -> server.server().answered())
                && seen.servers().stream()
                        .filter(server -> server.server().mode().equals("leader"))
                        .allMatch(leader -> leader.syncedFollowers().orElse(0) >= 2)
                && seen.servers().stream()
                        .anyMatch(server -> server.server().mode().equals("leader"));
    }

    private static List<String> places(Inspection seen) {
        return seen.servers().stream()
                .map(Inspected::server)
                .map(RenderedEnsembleIT::place)
                .toList();
    }

    private static String place(Server server) {
        return server.id().orElse(0) + " " + server.address();
    }

    private static List<String> members(Inspected server) {
        return server.configuration().orElseThrow().members().stream()
                .map(Member::line)
                .toList();
    }

    private static boolean canBind(ServerPlace place) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(place.host(), place.ports().client()));
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
