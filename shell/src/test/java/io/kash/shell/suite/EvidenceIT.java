package io.kash.shell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kash.lab.Lab;
import io.kash.lab.LabSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a real move proves: with a canary while it runs, killed and gone on with, and read by anybody afterwards. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(360)
class EvidenceIT {
    private static final Duration AT_MOST = Duration.ofMinutes(2);

    @TempDir
    static Path home;

    private Lab lab;
    private Product product;

    @BeforeAll
    @Timeout(300)
    void aLabWithACanaryTopic() {
        lab = Lab.start(LabSpec.bare()
                .withTopics(SuiteTopics.ALL)
                .withNewBrokers(3)
                .withCanary(true)
                .withTraffic(true)
                .withThrottle("3MB/s"));
        product = new Product(lab.environmentsFile(), "lab", home);
    }

    @AfterAll
    void close() {
        lab.close();
    }

    @Test
    @Order(1)
    void everyAcknowledgedRecordOfTheCanaryIsReadBackAfterAMove() throws IOException {
        Result moved = product.run("topics", "move", "--to-new", "--confirm=lab");

        assertThat(moved.code()).as("%s", moved).isZero();
        assertThat(moved.out())
                .containsPattern("  12 of 12 claims hold\n")
                .containsPattern("  canary [1-9][0-9,]* acknowledged, 0 failed, 0 unknown; [1-9][0-9,]* read back; "
                        + "longest acknowledgement [0-9,]+ ms\n")
                .containsPattern("  evidence: \\S+\\.html  \\S+\\.json\n")
                .contains("Done and verified: ");
        JsonNode evidence = json(operations().get(0));
        assertThat(evidence.path("format").asText()).isEqualTo("kash.evidence/1");
        JsonNode run = evidence.path("testimony").path("canary").path("runs").path(0);
        assertThat(run.path("ended").asBoolean()).isTrue();
        assertThat(run.path("found").asLong())
                .isEqualTo(run.path("acknowledged").asLong());
        assertThat(evidence.path("samples").size()).isGreaterThan(1);
        assertThat(evidence.path("families").path("1").asText()).isEqualTo("OLD");
        assertThat(evidence.path("families").path("11").asText()).isEqualTo("NEW");
    }

    @Test
    @Order(2)
    void theFilesAreTheirOwnersAlone() throws IOException {
        for (String ending : List.of(".html", ".json")) {
            Path file = evidenceFile(operations().get(0), ending);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    @Order(3)
    void aKilledShellsCanaryIsAccountedForByTheShellThatGoesOn() throws IOException {
        Product.Running back = product.start(
                "topics", "move", "--from", "11,12,13", "--to", "1,2,3", "--throttle", "1MB/s", "--confirm=lab");
        waitUntilMoving(back);
        back.kill();
        String id = operations().get(1);

        Result resumed = product.run("ops", "resume", id);

        assertThat(resumed.code()).as("%s", resumed).isZero();
        JsonNode runs = json(id).path("testimony").path("canary").path("runs");
        assertThat(runs.size()).isEqualTo(2);
        assertThat(runs.path(0).path("ended").asBoolean()).as("the killed one").isFalse();
        assertThat(runs.path(0).path("found").asLong()).isPositive();
        assertThat(runs.path(1).path("ended").asBoolean()).isTrue();
        for (JsonNode run : runs) {
            assertThat(run.path("missing").isEmpty()).isTrue();
            assertThat(run.path("duplicates").asLong()).isZero();
        }
        assertThat(Files.readString(evidenceFile(id, ".html"))).contains("(its shell died)");
    }

    private void waitUntilMoving(Product.Running move) {
        long end = System.nanoTime() + AT_MOST.toNanos();
        while (lab.facts().throttles().isEmpty() || lab.facts().replicasOn(List.of(1, 2, 3)) < 3) {
            assertThat(move.alive()).as("it still runs").isTrue();
            assertThat(System.nanoTime()).as("it moves in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private List<String> operations() throws IOException {
        List<String> ids = new ArrayList<>();
        new ObjectMapper()
                .readTree(product.run("ops", "list", "--output", "json").out())
                .path("operations")
                .forEach(operation -> ids.add(operation.path("id").asText()));
        return ids;
    }

    private static JsonNode json(String id) throws IOException {
        return new ObjectMapper().readTree(evidenceFile(id, ".json").toFile());
    }

    private static Path evidenceFile(String id, String ending) {
        return home.resolve("state/kash/evidence/lab").resolve(id + ending);
    }
}
