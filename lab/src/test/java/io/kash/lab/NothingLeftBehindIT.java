package io.kash.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.lab.address.Endpoint;
import io.kash.lab.address.Network;
import io.kash.lab.waiting.Deadline;
import io.kash.lab.waiting.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NothingLeftBehindIT {
    private static final int INTERRUPTED = 130;
    private static final Duration GONE_WITHIN = Duration.ofSeconds(20);

    private final Path home;
    private final Process supervisor;
    private final List<ProcessHandle> children;
    private final List<Endpoint> endpoints;

    NothingLeftBehindIT(@TempDir Path directory) throws IOException {
        home = directory.resolve("lab");
        supervisor = start();
        endpoints = endpointsWhenReady();
        children = supervisor.descendants().toList();
    }

    @AfterEach
    void endTheSupervisor() {
        supervisor.destroyForcibly();
    }

    @Test
    void a_killed_supervisor_leaves_nothing_behind() throws Exception {
        assertThat(children).as("three ZooKeepers, three brokers, a janitor").hasSize(7);

        supervisor.toHandle().destroyForcibly();

        assertThat(supervisor.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThatNothingIsLeft();
    }

    @Test
    void an_interrupted_supervisor_exits_130_and_leaves_nothing_behind() throws Exception {
        Process kill = new ProcessBuilder("kill", "-INT", String.valueOf(supervisor.pid())).start();
        assertThat(kill.waitFor()).isZero();

        assertThat(supervisor.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(supervisor.exitValue()).isEqualTo(INTERRUPTED);
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        assertThatNothingIsLeft();
    }

    private void assertThatNothingIsLeft() throws IOException {
        assertThat(Waiting.until(() -> children.stream().noneMatch(ProcessHandle::isAlive), Deadline.in(GONE_WITHIN)))
                .as(
                        "processes left: %s",
                        children.stream().filter(ProcessHandle::isAlive).toList())
                .isTrue();
        assertThat(endpoints).isNotEmpty().allMatch(Network::canBind);
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("lab.lock");
        }
    }

    private Process start() throws IOException {
        List<String> command = new ArrayList<>(withoutInheritedSignals());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Dkash.home=" + System.getProperty("kash.home")));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), LabProcess.class.getName()));
        command.add(home.toString());
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** A build that a script put into the background ignores SIGINT, and would hand that down. */
    private static List<String> withoutInheritedSignals() throws IOException {
        List<String> prefix = List.of("env", "--default-signal=INT");
        try {
            List<String> trial = new ArrayList<>(prefix);
            trial.add("true");
            return new ProcessBuilder(trial).start().waitFor() == 0 ? prefix : List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private List<Endpoint> endpointsWhenReady() throws IOException {
        String line = supervisor.inputReader().readLine();
        assertThat(line).startsWith(LabProcess.READY);
        return Arrays.stream(line.split(" ", -1))
                .skip(1)
                .map(NothingLeftBehindIT::endpoint)
                .toList();
    }

    private static Endpoint endpoint(String text) {
        int colon = text.indexOf(':');
        return new Endpoint(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }
}
