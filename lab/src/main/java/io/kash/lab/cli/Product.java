package io.kash.lab.cli;

import io.kash.lab.LabException;
import io.kash.lab.cluster.EnvironmentsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The product, as a process with this one's terminal.
 *
 * @param launcher what starts it
 * @param environments the file it is given
 */
record Product(String launcher, Path environments) {
    /** Runs it, and waits without a limit: somebody may be sitting in it. Answers its exit code. */
    int run(List<String> arguments) {
        List<String> command = new ArrayList<>(
                List.of(launcher, "--environments", environments.toString(), "-e", EnvironmentsFile.ENVIRONMENT));
        command.addAll(arguments);
        Interrupts.leaveToTheProduct();
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new LabException("cannot start the product", e.toString(), "see whether " + launcher + " runs", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("gave up waiting for the product", "interrupted", "run it again", e);
        }
    }
}
