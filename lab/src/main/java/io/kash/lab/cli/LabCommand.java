package io.kash.lab.cli;

import io.kash.lab.Lab;
import io.kash.lab.LabException;
import io.kash.lab.LabSpec;
import io.kash.lab.Mode;
import io.kash.lab.cluster.EnvironmentsFile;
import io.kash.lab.control.Console;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** {@code kash lab …}: from words to an exit code. */
public final class LabCommand {
    private final Setting setting;
    private final Console console;
    private final Function<Scenario, LabSpec> specs;

    public LabCommand(Setting setting, Console console) {
        this(setting, console, Scenario::spec);
    }

    /** @param specs what a scenario consists of: tests have smaller ones */
    LabCommand(Setting setting, Console console, Function<Scenario, LabSpec> specs) {
        this.specs = specs;
        this.setting = setting;
        this.console = console;
    }

    /**
     * Does what the words say.
     *
     * @return the exit code: 0 done, 1 failed, 64 usage, and what the product answered
     */
    public int run(List<String> words) {
        try {
            return carryOut(Words.read(words));
        } catch (UsageException e) {
            console.err().println("kash lab: " + e.getMessage());
            console.err().println();
            console.err().print(Usage.TEXT);
            return ExitCode.USAGE;
        } catch (LabException e) {
            console.err().println("kash lab: " + e.getMessage());
            return ExitCode.FAILED;
        } catch (IOException e) {
            console.err().println("kash lab: " + e);
            return ExitCode.FAILED;
        }
    }

    private int carryOut(Request request) throws IOException {
        if (request instanceof Request.OfRunningLab ofRunningLab) {
            return new ControlClient(setting.labHome()).send(ofRunningLab, console);
        }
        if (request instanceof Request.Up up) {
            return up.foreground() ? foreground(up.choice()) : background(up.choice());
        }
        if (request instanceof Request.Run run) {
            return script(run);
        }
        if (request instanceof Request.Shell shell) {
            return shell(shell);
        }
        console.out().print(Usage.TEXT);
        return ExitCode.DONE;
    }

    private int foreground(Request.Choice choice) {
        try (RunningLab running = start(choice, true)) {
            console.err()
                    .println("lab: ready; environments file " + running.lab().environmentsFile());
            running.awaitDown();
        }
        return ExitCode.DONE;
    }

    private int background(Request.Choice choice) throws IOException {
        int exit = new Background(setting, console).up(choice);
        if (exit == ExitCode.DONE) {
            String file = setting.labHome().resolve("environments.yaml").toString();
            console.out().println("The lab is up. It stays until ./kash lab down.");
            console.out().println("  export KASH_ENVIRONMENTS=" + file);
            console.out().println("  ./kash -e " + EnvironmentsFile.ENVIRONMENT);
        }
        return exit;
    }

    private int script(Request.Run run) {
        String launcher = setting.launcher();
        try (RunningLab running = start(run.choice(), false)) {
            Lab lab = running.lab();
            List<String> words =
                    new ArrayList<>(List.of("run", run.script(), "--confirm=" + EnvironmentsFile.ENVIRONMENT));
            words.addAll(run.productOptions());
            int exit = new Product(launcher, lab.environmentsFile()).run(words);
            console.err().println("lab: reading everything back");
            Evidence evidence = Evidence.gather(lab);
            evidence.print(console.out());
            return exit == ExitCode.DONE && evidence.isBad() ? ExitCode.FAILED : exit;
        }
    }

    private int shell(Request.Shell shell) {
        String launcher = setting.launcher();
        try (RunningLab running = start(shell.choice(), false)) {
            return new Product(launcher, running.lab().environmentsFile()).run(List.of());
        }
    }

    private RunningLab start(Request.Choice choice, boolean endsOnRequest) {
        LabSpec spec = specs.apply(choice.scenario()).withMode(choice.kraft() ? Mode.KRAFT : Mode.ZOOKEEPER);
        return RunningLab.start(
                spec, setting.labHome(), endsOnRequest, line -> console.err().println("lab: " + line));
    }
}
