package io.kash.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.lab.SmallLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LabCommandIT {
    private final Captured captured = new Captured();
    private final Path directory;

    LabCommandIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void a_script_is_run_with_the_labs_confirmation_and_then_accounted_for() throws IOException {
        Path said = directory.resolve("said");
        Path product = product("echo \"$@\" > " + said + "; cat \"$2\" >> " + said + "; exit 7");

        int exit = new LabCommand(setting(product), captured.console(), scenario -> SmallLab.withTraffic())
                .run(List.of("run", "move.ksh", "--set", "a=b"));

        assertThat(exit).as("the product's own").isEqualTo(7);
        assertThat(said)
                .content()
                .startsWith("--environments " + home().resolve("environments.yaml")
                        + " -e lab run move.ksh --confirm=lab --set a=b\n")
                .contains("protection: confirm");
        assertThat(captured.out()).contains("The lab's evidence", "lost 0", "produce errors 0", "0 throttles");
        assertThat(home().resolve("environments.yaml")).doesNotExist();
    }

    @Test
    void a_lab_in_the_background_is_spoken_to_until_it_is_down() throws IOException {
        LabCommand lab = new LabCommand(setting(product("exit 0")), captured.console());

        assertThat(lab.run(List.of("up", "--scenario", "plain")))
                .as(captured.err())
                .isZero();
        assertThat(captured.out()).contains("export KASH_ENVIRONMENTS=" + home().resolve("environments.yaml"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home().resolve("control.sock"))))
                .isEqualTo("rw-------");

        assertThat(lab.run(List.of("up"))).as("a second one").isEqualTo(1);
        assertThat(captured.err()).contains("a lab is already up in " + home());

        assertThat(lab.run(List.of("pause", "broker-1"))).isZero();
        assertThat(lab.run(List.of("kill", "zk-3"))).isZero();
        assertThat(lab.run(List.of("start", "broker", "--new", "--count", "1")))
                .as(captured.err())
                .isZero();
        assertThat(lab.run(List.of("status"))).isZero();
        assertThat(captured.out())
                .containsPattern("broker-1 .* paused")
                .containsPattern("zk-3 .* ended")
                .containsPattern("broker-11 +new broker .* running")
                .contains("traffic      acked");

        assertThat(lab.run(List.of("down"))).as(captured.err()).isZero();
        assertThat(lab.run(List.of("status"))).isEqualTo(1);
        assertThat(home()).isDirectoryNotContaining("glob:**{run-*,control.sock,environments.yaml}");
    }

    private Path home() {
        return directory.resolve("lab");
    }

    private Setting setting(Path product) {
        Path kashHome = Path.of(System.getProperty(Setting.HOME, ""));
        return new Setting(kashHome, home(), Optional.of(product.toString()));
    }

    private Path product(String script) throws IOException {
        Path file = Files.writeString(directory.resolve("kash"), "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
