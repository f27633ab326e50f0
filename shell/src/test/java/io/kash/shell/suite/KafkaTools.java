package io.kash.shell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Kafka's own command-line tools, of the brokers' release, asked what they see: a second opinion that shares no code with
 * the product.
 *
 * @param folder gets what they print
 */
record KafkaTools(String bootstrap, Path folder) {
    private static final Duration ENDS_WITHIN = Duration.ofMinutes(2);

    /** No reassignment runs, every replica is in sync, and no broker has a replication throttle. */
    void seeNothingLeftToDo() {
        assertThat(run("org.apache.kafka.tools.reassign.ReassignPartitionsCommand", "--list"))
                .contains("No partition reassignments found.");
        assertThat(run("org.apache.kafka.tools.TopicCommand", "--describe", "--under-replicated-partitions"))
                .doesNotContain("Topic:");
        assertThat(run("kafka.admin.ConfigCommand", "--describe", "--entity-type", "brokers"))
                .contains("Dynamic configs for broker")
                .doesNotContain("throttled.rate");
    }

    /** No partition of any topic has a replica on one of these brokers. */
    void seeNoReplicaOn(List<Integer> brokers) {
        String described = run("org.apache.kafka.tools.TopicCommand", "--describe");
        List<Integer> holders = described
                .lines()
                .filter(line -> line.contains("Replicas: "))
                .flatMap(line ->
                        List.of(line.replaceAll(".*Replicas: ([0-9,]+).*", "$1").split(",")).stream())
                .map(Integer::valueOf)
                .distinct()
                .toList();
        assertThat(holders).isNotEmpty().doesNotContainAnyElementsOf(brokers);
    }

    private String run(String mainClass, String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Path.of(System.getProperty("kash.home"), "lab/servers/target/lib", "*")
                        .toString(),
                mainClass,
                "--bootstrap-server",
                bootstrap));
        command.addAll(List.of(words));
        try {
            Path out = Files.createTempFile(folder, "tool-", ".out");
            Process process = new ProcessBuilder(command)
                    .redirectInput(Redirect.from(new File("/dev/null")))
                    .redirectOutput(out.toFile())
                    .redirectError(Redirect.DISCARD)
                    .start();
            if (!process.waitFor(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(mainClass + " still runs after " + ENDS_WITHIN.toMinutes() + " min");
            }
            assertThat(process.exitValue()).as(mainClass).isZero();
            return Files.readString(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while a tool ran", e);
        }
    }
}
