package io.kash.lab.server;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A session of its own for a child process: it does not get the Ctrl-C that a terminal sends to everybody in front. */
public final class OwnSession {
    private OwnSession() {}

    /** What to put before the command; nothing where the system has no setsid. */
    public static List<String> prefix() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, "setsid"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .limit(1)
                .toList();
    }
}
