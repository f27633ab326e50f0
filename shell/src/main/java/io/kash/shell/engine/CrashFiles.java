package io.kash.shell.engine;

import io.kash.shell.session.PrivateFiles;
import io.kash.surgery.files.OwnerOnly;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Keeps stack traces out of the operator's sight and within reach: one private file each. What was typed is not written,
 * for it may hold what nobody should keep.
 */
public final class CrashFiles {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final PrivateFiles files;
    private final Clock clock;

    public CrashFiles(PrivateFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    /** Writes it and returns the path to print, or what kept it from being written. */
    public String write(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        Path path = files.at("crashes", NAME.format(clock.instant()) + ".txt");
        try {
            OwnerOnly.replace(path, trace.toString());
            return path.toString();
        } catch (IOException e) {
            return "no stack trace: " + path + " cannot be written: " + e.getMessage();
        }
    }
}
