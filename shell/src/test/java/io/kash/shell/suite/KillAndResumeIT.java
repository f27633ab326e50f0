package io.kash.shell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kash.lab.Lab;
import io.kash.lab.LabSpec;
import io.kash.lab.cluster.ClusterFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shell is killed with SIGKILL at three points of a real move, under traffic; another shell finishes the job. One lab
 * for all: every test takes the topics to the other half of the brokers.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KillAndResumeIT {
    private static final List<Integer> OLD = List.of(1, 2, 3);
    private static final List<Integer> NEW = List.of(11, 12, 13);
    private static final Duration AT_MOST = Duration.ofMinutes(2);

    @TempDir
    static Path home;

    private Lab lab;
    private Product product;

    @BeforeAll
    void aLabWithTrafficAndALowThrottle() {
        lab = Lab.start(LabSpec.move().withThrottle("15MB/s"));
        product = new Product(lab.environmentsFile(), "lab", home);
    }

    @AfterAll
    void close() {
        lab.close();
    }

    @Test
    @Order(1)
    void killedWhenItsThrottlesAreSetAndNothingHasArrived() throws IOException {
        killAndResume(OLD, NEW, facts -> !facts.throttles().isEmpty(), Resumed.WHEN_LET_GO);
    }

    @Test
    @Order(2)
    void killedInTheMiddle() throws IOException {
        long half = lab.facts().replicasOn(NEW) / 2;

        killAndResume(NEW, OLD, facts -> facts.replicasOn(OLD) > half, Resumed.AT_ONCE);
    }

    @Test
    @Order(3)
    void killedNearTheEnd() throws IOException {
        long all = lab.facts().replicasOn(OLD);

        killAndResume(OLD, NEW, facts -> facts.replicasOn(NEW) > all * 9 / 10, Resumed.AT_ONCE);
    }

    @Test
    @Order(4)
    void afterAllThreeNoAcknowledgedRecordIsLost() {
        var report = lab.traffic().finish();

        assertThat(report.lost()).as("lost").isZero();
        assertThat(report.failed()).as("failed").isZero();
        assertThat(report.offsetsWentBack()).as("offsets that went back").isEmpty();
    }

    @Test
    @Order(5)
    void kafkasOwnToolsSeeNothingLeftToDo() {
        new KafkaTools(lab.bootstrap(), home).seeNothingLeftToDo();
    }

    /** When the second shell goes on: the lock of a dead one lasts until ZooKeeper takes its session for expired. */
    private enum Resumed {
        AT_ONCE,
        WHEN_LET_GO
    }

    private void killAndResume(List<Integer> from, List<Integer> to, Predicate<ClusterFacts> point, Resumed when)
            throws IOException {
        Product.Running move =
                product.start("topics", "move", "--from", commas(from), "--to", commas(to), "--confirm", "lab");
        waitUntil(move, point);
        move.kill();
        assertThat(lab.facts().throttles())
                .as("throttles left by the dead shell")
                .isNotEmpty();

        String id = unfinished().path("id").asText();
        if (when == Resumed.WHEN_LET_GO) {
            waitUntilLeft();
            Result refused = product.run("drain", "1", "--confirm", "lab");
            assertThat(refused.code()).as("another change meanwhile").isEqualTo(4);
            assertThat(refused.err()).contains("ops resume " + id);
        }

        Result resumed = product.run("ops", "resume", id);

        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(resumed.out()).contains("Done and verified: " + id);
        ClusterFacts facts = lab.facts();
        assertThat(facts.replicasOn(from))
                .as("replicas on the brokers that gave")
                .isZero();
        assertThat(facts.throttles()).isEmpty();
        assertThat(facts.reassigning()).isEmpty();
    }

    private JsonNode unfinished() throws IOException {
        JsonNode operations = new ObjectMapper()
                .readTree(product.run("ops", "list", "--output", "json").out())
                .path("operations");
        for (JsonNode operation : operations) {
            if (!operation.path("state").asText().equals("done")) {
                return operation;
            }
        }
        throw new AssertionError("no operation is unfinished: " + operations);
    }

    private void waitUntilLeft() throws IOException {
        long end = System.nanoTime() + AT_MOST.toNanos();
        while (!unfinished().path("state").asText().equals("left")) {
            assertThat(System.nanoTime()).as("the lock was let go in time").isLessThan(end);
        }
    }

    private void waitUntil(Product.Running move, Predicate<ClusterFacts> point) {
        long end = System.nanoTime() + AT_MOST.toNanos();
        while (!point.test(lab.facts())) {
            assertThat(move.alive()).as("it still runs").isTrue();
            assertThat(System.nanoTime()).as("the point was reached in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static String commas(List<Integer> ids) {
        return String.join(",", ids.stream().map(String::valueOf).toList());
    }
}
