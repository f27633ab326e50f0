package io.kash.shell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kash.lab.Lab;
import io.kash.lab.LabSpec;
import io.kash.lab.Mode;
import io.kash.lab.NodeState;
import io.kash.lab.TopicSpec;
import io.kash.lab.cluster.Clients;
import io.kash.lab.traffic.TrafficReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Real brokers are restarted by a real hook, under traffic. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RollIT {
    private static final LabSpec THREE = LabSpec.bare()
            .withTopics(List.of(new TopicSpec("orders", 6, 5_000_000), new TopicSpec("payments", 3, 1_000_000)));

    @TempDir
    static Path home;

    private Lab lab;
    private Product product;

    @BeforeAll
    void aLabWithTraffic() {
        lab = Lab.start(THREE.withCanary(true).withTraffic(true));
        product = new Product(lab.environmentsFile(), "lab", home);
    }

    @AfterAll
    void close() {
        lab.close();
    }

    @Test
    @Order(1)
    void everyBrokerIsAnotherProcessWithTheConfigurationThatWasLaidDownForIt() throws IOException {
        Map<Integer, Long> before = pids(lab);
        Files.writeString(
                Files.createDirectories(lab.chef()).resolve("broker.properties"), "queued.max.requests=600\n");

        Result roll = product.run("broker", "roll", "--expect", "queued.max.requests=600", "--confirm", "lab");

        assertThat(roll.code()).as(roll.out() + roll.err()).isZero();
        assertThat(roll.out())
                .contains("3 of 3 brokers restarted, with every replica in sync and the settings expected")
                .contains("Done and verified: ");
        assertThat(pids(lab))
                .allSatisfy((id, pid) -> assertThat(pid).as("broker " + id).isNotEqualTo(before.get(id)));
        Result again = product.run("broker", "roll", "--expect", "queued.max.requests=600", "--confirm", "lab");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.err()).contains("each of them shows the settings that are expected");
    }

    @Test
    @Order(2)
    void aHookThatFailsHaltsTheRollBeforeTheNextBrokerAndAResumedOneFinishesIt() throws Exception {
        List<Integer> order = order();
        Map<Integer, Long> before = pids(lab);
        Path fails = Files.createFile(home.resolve("the-way-is-blocked"));
        Product blocked = new Product(withHookThatFails(order.get(1), fails), "lab", home);

        Result roll = blocked.run("broker", "roll", "1", "2", "3", "--confirm", "lab");

        assertThat(roll.code()).as(roll.out() + roll.err()).isEqualTo(6);
        assertThat(roll.err()).contains("the hook exited 3: no route to broker " + order.get(1));
        Map<Integer, Long> after = pids(lab);
        assertThat(after.get(order.get(0))).isNotEqualTo(before.get(order.get(0)));
        assertThat(after.get(order.get(1))).isEqualTo(before.get(order.get(1)));
        assertThat(after.get(order.get(2))).isEqualTo(before.get(order.get(2)));

        Files.delete(fails);
        Result resumed = blocked.run("ops", "resume", unfinished(blocked));

        assertThat(resumed.code()).as(resumed.out() + resumed.err()).isZero();
        assertThat(pids(lab).get(order.get(0)))
                .as("one that was restarted is not restarted again")
                .isEqualTo(after.get(order.get(0)));
        assertThat(pids(lab)).allSatisfy((id, pid) -> assertThat(pid).isNotEqualTo(before.get(id)));
    }

    @Test
    @Order(3)
    void clientsHaveNoticedNothingOfAllThat() {
        TrafficReport report = lab.traffic().finish();

        assertThat(report.lost()).as(report.toString()).isZero();
        assertThat(report.produceErrors()).as(report.toString()).isZero();
        assertThat(report.offsetsWentBack()).isEmpty();
        assertThat(report.acked()).isGreaterThan(100);
    }

    @Test
    @Order(4)
    void withoutZooKeeperTheOperatorsProgramTellsProcessesApart() {
        try (Lab kraft = Lab.start(THREE.withMode(Mode.KRAFT).withQuorum(1))) {
            Map<Integer, Long> before = pids(kraft);

            Result roll = new Product(kraft.environmentsFile(), "lab", home)
                    .run("broker", "roll", "1", "2", "3", "--confirm", "lab");

            assertThat(roll.code()).as(roll.out() + roll.err()).isZero();
            assertThat(pids(kraft)).allSatisfy((id, pid) -> assertThat(pid).isNotEqualTo(before.get(id)));
        }
    }

    private static Map<Integer, Long> pids(Lab lab) {
        return lab.nodes().stream()
                .filter(state -> state.node().isBroker())
                .collect(Collectors.toMap(
                        state -> state.node().id(), NodeState::pid, (one, other) -> other, TreeMap::new));
    }

    /** The order of the roll: by id, the controller last. */
    private List<Integer> order() throws Exception {
        try (Admin admin = new Clients(lab.bootstrap()).admin()) {
            int controller = admin.describeCluster()
                    .controller()
                    .get(30, TimeUnit.SECONDS)
                    .id();
            List<Integer> order = new ArrayList<>(List.of(1, 2, 3));
            order.remove(Integer.valueOf(controller));
            order.add(controller);
            return order;
        }
    }

    /**
     * An environments file whose hook fails for one broker for as long as a file is there, and that names no program which
     * tells processes apart: the ensemble has to.
     */
    private Path withHookThatFails(int broker, Path sign) throws IOException {
        String text = Files.readString(lab.environmentsFile());
        Matcher restart = Pattern.compile("restart: \\[\"([^\"]+)\"").matcher(text);
        assertThat(restart.find()).isTrue();
        Path hook = Files.writeString(
                home.resolve("hook"),
                """
                #!/bin/sh
                if [ "$3" = %d ] && [ -e '%s' ]; then
                    echo "no route to broker $3" >&2
                    exit 3
                fi
                exec '%s' "$@"
                """
                        .formatted(broker, sign, restart.group(1)));
        Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwx------"));
        String blocked =
                text.replace(restart.group(), "restart: [\"" + hook + "\"").replaceAll(",\\s+started: \\[[^]]*]", "");
        assertThat(blocked).doesNotContain("started");
        return Files.writeString(home.resolve("blocked.yaml"), blocked);
    }

    private static String unfinished(Product product) throws IOException {
        Result list = product.run("ops", "list", "--output", "json");
        for (JsonNode operation : new ObjectMapper().readTree(list.out()).path("operations")) {
            if (!operation.path("state").asText().equals("done")) {
                return operation.path("id").asText();
            }
        }
        throw new AssertionError("no operation is unfinished:\n" + list.out());
    }
}
