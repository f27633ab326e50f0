package io.kash.lab.server;

import io.kash.lab.LabException;
import io.kash.lab.ToolRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Runs short-lived programs and keeps what they print. */
record Tools(LabHome home) {
    ToolRun run(String name, List<String> words, Duration limit) {
        Path output = outputFile(name);
        Child tool = Child.start(name, words, home.run(), output);
        if (!tool.awaitEnd(limit)) {
            tool.kill();
            throw new LabException(
                    name + " does not end",
                    "it still ran after " + limit.toSeconds() + " s",
                    "see what it printed: " + output);
        }
        try {
            return new ToolRun(tool.exitCode(), Files.readString(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path outputFile(String name) {
        try {
            Path logs = Files.createDirectories(home.run().resolve("logs"));
            return Files.createTempFile(logs, name.substring(name.lastIndexOf('.') + 1) + "-", ".log");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
