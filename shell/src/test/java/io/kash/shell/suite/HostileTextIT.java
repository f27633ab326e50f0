package io.kash.shell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.lab.Lab;
import io.kash.lab.LabSpec;
import io.kash.lab.TopicSpec;
import io.kash.lab.cluster.Clients;
import io.kash.lab.terminal.AtTerminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooKeeper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a cluster's clients chose reaches the screen only escaped: group ids, racks, and who holds the operation lock, which
 * is a node in ZooKeeper anybody can write. Client ids and metadata of commits are planted too; no command shows them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(180)
class HostileTextIT {
    private static final TopicPartition ORDERS = new TopicPartition("orders", 0);
    private static final List<String> LOOKS =
            List.of("groups list", "groups lag", "status", "doctor", "topics list", "broker list", "ops list");

    @TempDir
    static Path home;

    private Lab lab;
    private Product product;
    private @Nullable Consumer<byte[], byte[]> member;

    @BeforeAll
    void aLabWithHostileClients() throws IOException {
        lab = Lab.start(LabSpec.bare()
                .withQuorum(1)
                .withTopics(List.of(new TopicSpec("orders", 1, 10_000)))
                // A properties file has no other way to say ESC.
                .withBrokerProperty("broker.rack", "rack${id}\\u001b[45m\\u202e\\u009b"));
        member = join(HostileText.ASCII);
        commit(HostileText.WIDE);
        product = new Product(lab.environmentsFile(), "lab", home);
        Files.writeString(home.resolve("looks.ksh"), script(LOOKS), StandardCharsets.UTF_8);
    }

    @AfterAll
    void close() {
        if (member != null) {
            member.close();
        }
        lab.close();
    }

    @Test
    @Order(1)
    void in_a_pipe_nothing_is_left_to_act_on_in_any_format() {
        Result result = product.run("run", "looks.ksh");

        assertThat(result.code()).as("%s", result).isZero();
        assertThat(result.out())
                .contains(HostileText.ASCII_SHOWN, HostileText.ASCII_IN_TSV, HostileText.ASCII_IN_JSON)
                .contains(HostileText.WIDE_SHOWN, HostileText.WIDE_IN_JSON)
                .contains("rack1\\x1b[45m\\u202e\\x9b", "rack1\\u001B[45m\\u202e\\u009b");
        assertClean(result);
    }

    @Test
    @Order(2)
    void at_a_terminal_there_are_the_shells_own_colours_and_nothing_else() throws IOException {
        String shown = atTerminal(300, "run", "looks.ksh");

        assertThat(shown).contains("\u001b[").contains(HostileText.ASCII_SHOWN, HostileText.WIDE_SHOWN);
        assertThat(HostileText.dangers(HostileText.withoutOwnControls(shown))).isEmpty();
    }

    @Test
    @Order(3)
    void a_narrow_terminal_cuts_what_is_escaped_already() throws IOException {
        String shown = atTerminal(40, "groups", "list");

        assertThat(HostileText.dangers(HostileText.withoutOwnControls(shown))).isEmpty();
        assertThat(shown).contains("evil\\x1…", "bidi\\u2…");
    }

    @Test
    @Order(4)
    void a_group_is_named_by_the_id_it_really_has_and_shown_by_another() {
        Result found = product.run("groups", "lag", HostileText.ASCII);
        Result missing = product.run("groups", "lag", HostileText.ASCII + "\b");

        assertThat(found.out()).contains("Group " + HostileText.ASCII_SHOWN + "\n");
        assertThat(found.code()).isZero();
        assertThat(missing.err()).contains("there is no consumer group '" + HostileText.ASCII_SHOWN + "\\x08'\n");
        assertClean(found);
        assertClean(missing);
    }

    @Test
    @Order(5)
    void whoever_is_said_in_zookeeper_to_hold_the_lock_is_shown_escaped() throws Exception {
        holdLock(HostileText.ASCII + HostileText.WIDE);

        Result refused = product.run("topics", "move", "--from", "1", "--to", "2", "--confirm", "lab");
        Result shown = product.run("ops", "show", HostileText.ASCII);

        assertThat(refused.err()).contains(HostileText.ASCII_SHOWN + HostileText.WIDE_SHOWN);
        assertThat(refused.code()).as("%s", refused).isNotZero();
        assertClean(refused);
        assertClean(shown);
    }

    @Test
    @Order(6)
    void what_was_typed_is_shown_escaped_by_the_audit() {
        Result shown = product.run("audit", "show", "--since", "1h");

        assertThat(shown.out()).contains("evil\\x1b[45m");
        assertClean(shown);
    }

    private static void assertClean(Result result) {
        assertThat(HostileText.dangers(result.out())).as(result.out()).isEmpty();
        assertThat(HostileText.dangers(result.err())).as(result.err()).isEmpty();
    }

    private String atTerminal(int columns, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "env",
                "KASH_JAVA_HOME=" + System.getProperty("java.home"),
                "KASH_ARCHIVE=off",
                Path.of(System.getProperty("kash.home"), "kash").toString(),
                "--environments",
                lab.environmentsFile().toString(),
                "-e",
                "lab"));
        command.addAll(List.of(words));
        try (AtTerminal terminal = AtTerminal.start(home, columns, command)) {
            assertThat(terminal.exitCode()).isZero();
            return terminal.everything();
        }
    }

    /** A look in each format, and the lag of a group whose id no process can be given in every locale. */
    private static String script(List<String> looks) {
        StringBuilder lines = new StringBuilder("groups lag '" + HostileText.WIDE + "'\n");
        for (String look : looks) {
            lines.append(look).append('\n');
            lines.append(look).append(" --output tsv\n");
            lines.append(look).append(" --output json\n");
        }
        return lines.toString();
    }

    /** One group that nobody is in any more, and one with a member, whose client id is as hostile as the group's. */
    private void commit(String hostile) {
        try (Consumer<byte[], byte[]> consumer = consumer(hostile)) {
            consumer.assign(List.of(ORDERS));
            commit(consumer, hostile);
        }
    }

    private Consumer<byte[], byte[]> join(String hostile) {
        Consumer<byte[], byte[]> consumer = consumer(hostile);
        consumer.subscribe(List.of(ORDERS.topic()));
        long endNanos = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (consumer.assignment().isEmpty() && System.nanoTime() < endNanos) {
            var unused = consumer.poll(Duration.ofMillis(100));
        }
        commit(consumer, hostile);
        return consumer;
    }

    private Consumer<byte[], byte[]> consumer(String hostile) {
        return new Clients(lab.bootstrap()).consumer(hostile, Map.of("group.id", hostile));
    }

    private static void commit(Consumer<byte[], byte[]> consumer, String metadata) {
        consumer.commitSync(Map.of(ORDERS, new OffsetAndMetadata(0, metadata)), Duration.ofSeconds(30));
    }

    private void holdLock(String holder) throws Exception {
        ZooKeeper zookeeper = new ZooKeeper(lab.zookeeperConnect(), 10_000, event -> {});
        try {
            for (String folder : List.of("/kash", "/kash/lab")) {
                if (zookeeper.exists(folder, false) == null) {
                    zookeeper.create(folder, new byte[0], Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
                }
            }
            zookeeper.create(
                    "/kash/lab/lock",
                    holder.getBytes(StandardCharsets.UTF_8),
                    Ids.OPEN_ACL_UNSAFE,
                    CreateMode.PERSISTENT);
        } finally {
            zookeeper.close();
        }
    }
}
