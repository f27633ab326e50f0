package io.kash.shell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.lab.Lab;
import io.kash.lab.LabSpec;
import io.kash.lab.ToolRun;
import io.kash.lab.TopicSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The doctor on a real cluster in ZooKeeper mode: nothing to say while it is well, and each ill is found once it is there. The
 * broker that is stopped is stopped last.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DoctorIT {
    private static final Duration AT_MOST = Duration.ofSeconds(60);

    @TempDir
    static Path home;

    private Lab lab;
    private Product product;

    @BeforeAll
    void aLab() {
        lab = Lab.start(LabSpec.bare().withTopics(List.of(new TopicSpec("orders", 3, 1_000_000))));
        product = new Product(lab.environmentsFile(), "lab", home);
    }

    @AfterAll
    void close() {
        lab.close();
    }

    @Test
    @Order(1)
    void aHealthyClusterHasNoFindings() {
        Result result = product.run("doctor");

        assertThat(result.out()).contains("Findings  none\n").contains("Outside the promise  no topic\n");
        assertThat(result.code()).isZero();
        assertThat(result.err()).contains("note: not looked at: AWS, Consul");
    }

    @Test
    @Order(2)
    void whatIsLeftBehindAndWhatIsWeakIsFound() {
        tool(
                "kafka.admin.ConfigCommand",
                "--alter",
                "--entity-type",
                "brokers",
                "--entity-name",
                "1",
                "--add-config",
                "leader.replication.throttled.rate=1000000");
        tool(
                "org.apache.kafka.tools.TopicCommand",
                "--create",
                "--topic",
                "debug",
                "--partitions",
                "1",
                "--replication-factor",
                "1",
                "--config",
                "min.insync.replicas=1",
                "--config",
                "unclean.leader.election.enable=true");

        Result result = product.run("doctor");

        assertThat(result.out())
                .contains("warning  1 throttle set by others while nothing is reassigned: broker 1\n")
                .contains("stops moves  1 topic with unclean.leader.election.enable=true: debug\n")
                .contains("warning  1 topic with one replica: debug\n")
                .contains("Outside the promise  1 topic\n")
                .contains("fewer than 3 replicas, min.insync.replicas below 2, unclean election\n");
        assertThat(result.code()).isEqualTo(4);
    }

    @Test
    @Order(3)
    void aBrokerThatIsGoneIsFound() {
        lab.kill("broker-3");

        // The controller takes its partitions from it one after the other: between them it is there and leads nothing.
        String found = eventually("warning  1 broker holds replicas and is not there: 3 (");

        assertThat(found).contains(" at min.insync.replicas: ");
    }

    @Test
    @Order(4)
    void whatWasTypedIsJournaledAndItsChainIsWhole() {
        Result shown = product.run("audit", "show", "--since", "1h", "--output", "tsv");
        Result verified = product.run("audit", "verify");

        assertThat(shown.out()).contains("\tdoctor\texit 4: refused\t").contains("\tdoctor\texit 0: done\t");
        // Only looks so far: nothing has been written anywhere but on this machine.
        assertThat(verified.out()).contains("whole; the store knows nothing of it yet");
        assertThat(verified.code()).as(verified.err() + verified.out()).isZero();
    }

    private String eventually(String wanted) {
        long endNanos = System.nanoTime() + AT_MOST.toNanos();
        String out = product.run("doctor").out();
        while (!out.contains(wanted)) {
            if (System.nanoTime() > endNanos) {
                throw new AssertionError("not so within " + AT_MOST.toSeconds() + " s; last said:\n" + out);
            }
            out = product.run("doctor").out();
        }
        return out;
    }

    private void tool(String mainClass, String... words) {
        List<String> arguments = new ArrayList<>(List.of("--bootstrap-server", lab.bootstrap()));
        arguments.addAll(List.of(words));
        ToolRun run = lab.runTool(mainClass, arguments.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.output()).isZero();
    }
}
