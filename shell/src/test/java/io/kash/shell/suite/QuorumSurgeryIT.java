package io.kash.shell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.lab.Lab;
import io.kash.lab.LabSpec;
import io.kash.lab.Mode;
import io.kash.lab.TopicSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The quorum of a KRaft cluster on real servers, 3 → 6 → 3, with clients running: three new controllers join, the brokers
 * are told of them and rolled, the three old ones leave, the leader last. The shell is killed with SIGKILL on the way of a
 * join and of a removal, and another goes on.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class QuorumSurgeryIT {
    private static final String CONFIRM = "--confirm";
    private static final String BOOTSTRAP = "controller.quorum.bootstrap.servers";

    @TempDir
    static Path home;

    private Lab lab;
    private Product product;
    private MetadataPulse pulse;
    private KilledShell shell;

    @BeforeAll
    void controllersWithBrokersClientsAndThreeControllersMore() {
        lab = Lab.start(LabSpec.bare()
                .withMode(Mode.KRAFT)
                .withTopics(List.of(new TopicSpec("orders", 6, 5_000_000)))
                .withTraffic(true)
                .withNewQuorum(3));
        product = new Product(lab.environmentsFile(), "lab", home);
        pulse = MetadataPulse.start(lab.bootstrap(), "orders");
        shell = new KilledShell(product, () -> kept() + "\nnow vote " + pulse.voters());
    }

    @AfterAll
    void close() {
        pulse.close();
        lab.close();
    }

    /** All that the product keeps; without an ensemble its store is files. */
    private static String kept() {
        Path store = home.resolve("state/kash/coordination");
        if (!Files.exists(store)) {
            return "";
        }
        try (Stream<Path> files = Files.walk(store)) {
            return files.filter(Files::isRegularFile).map(QuorumSurgeryIT::text).collect(Collectors.joining("\n"));
        } catch (IOException | UncheckedIOException e) {
            return "";
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String newControllers() {
        return lab.nodes().stream()
                .map(state -> state.node())
                .filter(node ->
                        List.of("controller-4", "controller-5", "controller-6").contains(node.name()))
                .map(node -> node.endpoint().toString())
                .collect(Collectors.joining(","));
    }

    @Test
    @Order(1)
    void the_controllers_are_listed_and_who_may_not_join_is_told_why() {
        Result list = product.run("kraft", "list");
        assertThat(list.out())
                .contains("dynamic (kraft.version 1)")
                .contains("104  observer")
                .contains("leader");

        assertThat(product.run("kraft", "join", "1", CONFIRM, "lab").err()).contains("x 1 is a broker");
        assertThat(product.run("kraft", "join", "109@127.0.0.1:1", CONFIRM, "lab")
                        .err())
                .contains("x controller 109 does not answer at 127.0.0.1:1: ");

        lab.kill("controller-6");
        LockSupport.parkNanos(Duration.ofSeconds(5).toNanos());
        Result dead = product.run("kraft", "join", "106", CONFIRM, "lab");
        lab.startNode("controller-6");

        assertThat(dead.code()).as(dead.err()).isEqualTo(4);
        assertThat(dead.err()).contains("x controller 106 has not fetched for");
        assertThat(pulse.voters()).containsExactly(101, 102, 103);
    }

    @Test
    @Order(2)
    void a_join_is_completed_when_its_shell_is_killed_on_the_way() {
        shell.killWhen(intent("kraft.add-voter/1", 104), "kraft", "join", "104", CONFIRM, "lab");
        assertThat(pulse.voters()).containsExactly(101, 102, 103, 104);

        lab.kill("controller-4");
        LockSupport.parkNanos(Duration.ofSeconds(5).toNanos());
        Result limping = product.run("kraft", "join", "105", CONFIRM, "lab");
        lab.startNode("controller-4");
        assertThat(limping.code()).as(limping.err()).isEqualTo(4);
        assertThat(limping.err()).contains("the quorum is not whole: controller 104 has not fetched for");

        awaitWell();
        shell.killWhen("now vote .* 105", "kraft", "join", "105", CONFIRM, "lab");
        Result last = product.run("kraft", "join", "--to-new", CONFIRM, "lab");

        assertThat(last.code()).as(last.err()).isZero();
        assertThat(last.out()).contains("6 of 6 voters are in sync and follow the leader: 101,102,103,104,105,106");
        assertThat(pulse.voters()).containsExactly(101, 102, 103, 104, 105, 106);
        assertThat(product.run("kraft", "join", "--to-new", CONFIRM, "lab").err())
                .contains("Nothing to do: they vote in the quorum already.");
    }

    /** What a journal holds once a change of this voter is about to be sent. */
    private static String intent(String kind, int id) {
        return "\"" + kind + "\"[^\n]*\"voter\":\\{\"directory\":\"[^\"]*\",\"id\":" + id + "}";
    }

    /** Until nobody in the list has a problem. */
    private void awaitWell() {
        long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (!product.run("kraft", "list", "--query", "length(controllers[?problem!=''])")
                .out()
                .strip()
                .equals("0")) {
            assertThat(System.nanoTime()).as("all controllers are well in time").isLessThan(end);
        }
    }

    @Test
    @Order(3)
    void controllers_that_brokers_look_for_stay() {
        Result refused = product.run("kraft", "retire", "--from-old", CONFIRM, "lab");

        assertThat(refused.code()).as(refused.err()).isEqualTo(4);
        assertThat(refused.err()).contains(BOOTSTRAP + " is ").contains(", and none of those stays");
        assertThat(product.run("kraft", "retire", "102", "103", "104", "105", CONFIRM, "lab")
                        .err())
                .contains("x 2 voters would stay: 101, 106");
    }

    @Test
    @Order(4)
    void brokers_are_told_of_the_new_controllers_and_rolled() throws IOException {
        Files.createDirectories(lab.chef());
        Files.writeString(lab.chef().resolve("broker.properties"), BOOTSTRAP + "=" + newControllers() + "\n");

        Result rolled = product.run("broker", "roll", "--expect", BOOTSTRAP + "=" + newControllers(), CONFIRM, "lab");

        assertThat(rolled.code()).as(rolled.err()).isZero();
    }

    @Test
    @Order(5)
    void a_removal_is_completed_when_its_shell_is_killed_on_the_way_and_the_leader_leaves_last() {
        int leader = pulse.leader();
        Result preview = product.run("kraft", "retire", "--from-old", "--dry-run");
        assertThat(preview.err()).containsPattern("- retire +controller " + leader + " .*the leader, which hands over");

        shell.killWhen(intent("kraft.remove-voter/1", leader), "kraft", "retire", "--from-old", CONFIRM, "lab");

        assertThat(pulse.voters()).containsExactly(104, 105, 106);
        assertThat(product.run("kraft", "retire", "--from-old", CONFIRM, "lab").err())
                .contains("Nothing to do: none of them votes in the quorum.");
    }

    @Test
    @Order(6)
    void the_old_controllers_are_stopped_and_nobody_missed_anything() {
        List.of("controller-1", "controller-2", "controller-3").forEach(lab::stop);
        LockSupport.parkNanos(Duration.ofSeconds(5).toNanos());

        Duration gap = pulse.longestGap();
        var report = lab.traffic().finish();

        // A figure to be said, not one to be held to: how long a leader takes to be elected is the machine's.
        System.out.println("longest time without a metadata change taken: " + gap.toMillis() + " ms, of "
                + pulse.written() + " changes; " + report);
        assertThat(report.lost()).as("lost").isZero();
        assertThat(report.produceErrors()).as("produce errors").isZero();
        assertThat(report.offsetsWentBack()).as("offsets that went back").isEmpty();
    }
}
