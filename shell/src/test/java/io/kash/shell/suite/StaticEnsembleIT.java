package io.kash.shell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.lab.Lab;
import io.kash.lab.LabSpec;
import io.kash.lab.NodeState;
import io.kash.lab.NodeState.Life;
import io.kash.lab.TopicSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first half of the story on servers that cannot be reconfigured: ZooKeeper 3.4.14, with Kafka on it and clients running.
 * Three servers join by lists in files and restarts, the brokers are told of them and rolled, the three old ones leave and
 * are stopped. The shell is killed with SIGKILL at some of the boundaries, and another goes on.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StaticEnsembleIT {
    private static final String CONFIRM = "--confirm";

    @TempDir
    static Path home;

    private Lab lab;
    private Killed killed;
    private Product product;
    private ZooKeeperPulse pulse;

    @BeforeAll
    void anOldEnsembleWithBrokersClientsAndThreeServersMore() {
        lab = Lab.start(LabSpec.bare()
                .withZooKeeper("3.4.14")
                .withTopics(List.of(new TopicSpec("orders", 6, 5_000_000)))
                .withTraffic(true)
                .withNewQuorum(3));
        product = new Product(lab.environmentsFile(), "lab", home);
        pulse = ZooKeeperPulse.start(lab.zookeeperConnect() + "," + newServers());
        killed = new Killed(product);
    }

    @AfterAll
    void close() {
        pulse.close();
        lab.close();
    }

    private String newServers() {
        return servers(4, 5, 6).stream()
                .map(state -> state.node().endpoint().toString())
                .collect(Collectors.joining(","));
    }

    private List<NodeState> servers(Integer... ids) {
        return lab.nodes().stream()
                .filter(state -> state.node().isZooKeeper()
                        && List.of(ids).contains(state.node().id()))
                .toList();
    }

    private long pid(int server) {
        return servers(server).get(0).pid();
    }

    /** What each of these servers has in its file: {@code 1,2,3}. */
    private List<String> lists(Integer... ids) {
        return servers(ids).stream()
                .map(state -> lab.listed(state.node().name()).stream()
                        .map(line -> line.replaceAll("server\\.([0-9]+)=.*", "$1"))
                        .collect(Collectors.joining(",")))
                .toList();
    }

    @Test
    @Order(1)
    void a_join_is_completed_when_its_shell_is_killed_at_some_of_its_boundaries() {
        SortedMap<String, Long> before = pulse.registrations();

        // Not just before a program is begun: that one a person has to repeat.
        killed.when(() -> pulse.mark().matches("join 4 [0-9a-f]{16} 0/4 .*"), "zk", "join", "4", CONFIRM, "lab");
        long second = pid(2);
        killed.when(() -> pid(2) != second, "zk", "join", "5", CONFIRM, "lab");
        killed.when(() -> pulse.mark().matches("join 6 [0-9a-f]{16} 5/6 .*"), "zk", "join", "6", CONFIRM, "lab");

        assertThat(pulse.registrations()).as("no broker lost its session").isEqualTo(before);
        assertThat(lists(1, 2, 3, 4, 5, 6)).containsOnly("1,2,3,4,5,6");
        Result again = product.run("zk", "join", "--to-new", CONFIRM, "lab");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.err()).contains("Nothing to do: they vote in the ensemble already.");
    }

    @Test
    @Order(2)
    void servers_that_brokers_and_the_environments_file_depend_on_stay() {
        Result refused = product.run("zk", "retire", "--from-old", CONFIRM, "lab");

        assertThat(refused.code()).as(refused.err()).isEqualTo(4);
        assertThat(refused.err())
                .contains("the environments file names no server that stays")
                .contains("zookeeper.connect is " + lab.zookeeperConnect() + ", and none of those stays");
    }

    @Test
    @Order(3)
    void brokers_are_told_of_the_new_servers_and_rolled() throws IOException {
        Files.createDirectories(lab.chef());
        Files.writeString(lab.chef().resolve("broker.properties"), "zookeeper.connect=" + newServers() + "\n");
        Files.writeString(
                lab.environmentsFile(),
                Files.readString(lab.environmentsFile()).replace(lab.zookeeperConnect(), newServers()));

        Result rolled = product.run("broker", "roll", "--expect", "zookeeper.connect=" + newServers(), CONFIRM, "lab");

        assertThat(rolled.code()).as(rolled.err()).isZero();
    }

    @Test
    @Order(4)
    void a_removal_is_completed_when_its_shell_is_killed_at_some_of_its_boundaries() {
        SortedMap<String, Long> before = pulse.registrations();

        killed.when(() -> servers(1).get(0).life() == Life.ENDED, "zk", "retire", "1", CONFIRM, "lab");
        Result last = product.run("zk", "retire", "--from-old", CONFIRM, "lab");

        assertThat(last.code()).as(last.err()).isZero();
        assertThat(last.out()).contains("3 of 3 servers serve, with the list 4,5,6 in their files");
        assertThat(pulse.registrations()).as("no broker lost its session").isEqualTo(before);
        assertThat(lists(4, 5, 6)).containsOnly("4,5,6");
        assertThat(servers(1, 2, 3)).allMatch(state -> state.life() == Life.ENDED);
    }

    @Test
    @Order(5)
    void nobody_missed_anything() {
        Duration gap = pulse.longestGap();
        var report = lab.traffic().finish();

        // A figure to be said, not one to be held to: how long a leader takes to be elected is the machine's.
        System.out.println("longest time without a ZooKeeper write taken: " + gap.toMillis() + " ms; " + report);
        assertThat(report.lost()).as("lost").isZero();
        assertThat(report.produceErrors()).as("produce errors").isZero();
        assertThat(report.offsetsWentBack()).as("offsets that went back").isEmpty();
    }
}
