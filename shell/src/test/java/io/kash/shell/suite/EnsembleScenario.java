package io.kash.shell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.lab.Lab;
import io.kash.lab.LabSpec;
import io.kash.lab.NodeState;
import io.kash.lab.TopicSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first half of the story on real servers, with Kafka on the ensemble and clients running: three new servers join, the
 * brokers are told of them and rolled, the three old ones leave.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class EnsembleScenario {
    static final String CONFIRM = "--confirm";

    @TempDir
    static Path home;

    private Lab lab;
    private Product product;
    private ZooKeeperPulse pulse;

    /** The lab of it, without what every one of them has. */
    abstract LabSpec spec();

    /** Makes servers 4, 5 and 6 members. */
    abstract void join();

    /** Takes servers 1, 2 and 3 out. */
    abstract void retire();

    /** These and no others are seen to belong to the ensemble, as voters. */
    void belong(Integer... ids) {
        assertThat(pulse.members())
                .containsExactlyElementsOf(
                        Arrays.stream(ids).map(id -> id + " participant").toList());
    }

    Lab lab() {
        return lab;
    }

    KilledShell shell() {
        return new KilledShell(product, pulse::kept);
    }

    Product product() {
        return product;
    }

    ZooKeeperPulse pulse() {
        return pulse;
    }

    LooseServers servers() {
        return new LooseServers(lab);
    }

    @BeforeAll
    void anOldEnsembleWithBrokersClientsAndThreeServersMore() {
        lab = Lab.start(spec().withTopics(List.of(new TopicSpec("orders", 6, 5_000_000)))
                .withTraffic(true)
                .withNewQuorum(3));
        product = new Product(lab.environmentsFile(), "lab", home);
        pulse = ZooKeeperPulse.start(lab.zookeeperConnect() + "," + newServers());
    }

    @AfterAll
    void close() {
        pulse.close();
        lab.close();
    }

    private String newServers() {
        return servers().connect(4, 5, 6);
    }

    @Test
    @Order(1)
    void new_servers_join_and_no_broker_loses_its_session() {
        SortedMap<String, Long> before = pulse.registrations();

        join();

        assertThat(pulse.registrations()).as("no broker lost its session").isEqualTo(before);
        belong(1, 2, 3, 4, 5, 6);
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

        Result rolled = product.run("zk", "repoint", "--from-old", CONFIRM, "lab");

        assertThat(rolled.code()).as(rolled.err()).isZero();
        Result again = product.run("zk", "repoint", "--from-old", CONFIRM, "lab");
        assertThat(again.err()).contains("Nothing to do: no broker needs it.");
    }

    @Test
    @Order(4)
    void old_servers_leave_and_no_broker_loses_its_session() {
        SortedMap<String, Long> before = pulse.registrations();

        retire();

        Result again = product.run("zk", "retire", "--from-old", CONFIRM, "lab");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.err()).contains("Nothing to do: none of them belongs to the ensemble.");
        assertThat(pulse.registrations()).as("no broker lost its session").isEqualTo(before);
        belong(4, 5, 6);
    }

    @Test
    @Order(5)
    void the_old_servers_are_stopped_and_nobody_missed_anything() {
        assertThat(lab.nodes())
                .filteredOn(state ->
                        List.of("zk-1", "zk-2", "zk-3").contains(state.node().name()))
                .hasSize(3)
                .allMatch(state -> state.life() == NodeState.Life.ENDED);
        LockSupport.parkNanos(Duration.ofSeconds(5).toNanos());

        Duration gap = pulse.longestGap();
        var report = lab.traffic().finish();

        // A figure to be said, not one to be held to: how long a leader takes to be elected is the machine's.
        System.out.println("longest time without a ZooKeeper write taken: " + gap.toMillis() + " ms; " + report);
        assertThat(report.lost()).as("lost").isZero();
        assertThat(report.produceErrors()).as("produce errors").isZero();
        assertThat(report.offsetsWentBack()).as("offsets that went back").isEmpty();
    }
}
