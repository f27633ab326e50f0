package io.kash.lab.cli;

import io.kash.lab.LabException;
import io.kash.lab.control.Console;
import io.kash.lab.server.OwnSession;
import io.kash.lab.waiting.Deadline;
import io.kash.lab.waiting.Waiting;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A lab in a process of its own that outlives this one.
 *
 * <p>If this process is interrupted before the lab is ready, the lab is stopped.
 */
final class Background {
    private static final Duration STOPPED_WITHIN = Duration.ofMinutes(1);
    private static final Duration READY_WITHIN = Duration.ofMinutes(2);

    private final Setting setting;
    private final Console console;
    private final ControlClient control;

    Background(Setting setting, Console console) {
        this.setting = setting;
        this.console = console;
        this.control = new ControlClient(setting.labHome());
    }

    int up(Request.Choice choice) throws IOException {
        if (control.isUp()) {
            throw new LabException(
                    "a lab is already up in " + setting.labHome(),
                    "it answers on its control socket",
                    "use it (./kash lab status), stop it (./kash lab down), or name another place in KASH_LAB_HOME");
        }
        Path log = Files.createDirectories(setting.labHome()).resolve("lab.log");
        Files.write(log, new byte[0], StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        Process supervisor = start(choice, log);
        Thread stop = new Thread(() -> stop(supervisor), "lab-stop-background");
        Runtime.getRuntime().addShutdownHook(stop);
        LogTail tail = new LogTail(log, console.err());
        boolean decided = Waiting.until(
                () -> {
                    tail.show();
                    return !supervisor.isAlive() || control.isUp();
                },
                Deadline.in(READY_WITHIN));
        tail.show();
        if (!decided || !supervisor.isAlive()) {
            stop(supervisor);
            return ExitCode.FAILED;
        }
        Runtime.getRuntime().removeShutdownHook(stop);
        return ExitCode.DONE;
    }

    private static void stop(Process supervisor) {
        supervisor.toHandle().destroy();
        Waiting.until(() -> !supervisor.isAlive(), Deadline.in(STOPPED_WITHIN));
    }

    private Process start(Request.Choice choice, Path log) throws IOException {
        List<String> command = new ArrayList<>(OwnSession.prefix());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx192m", "-Xshare:auto"));
        command.add("-D" + Setting.HOME + "=" + setting.kashHome());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.kash.lab.Main", "up", "--foreground"));
        command.addAll(List.of("--scenario", choice.scenario().word()));
        if (choice.kraft()) {
            command.add("--kraft");
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("KASH_LAB_HOME", setting.labHome().toString());
        return builder.start();
    }
}
