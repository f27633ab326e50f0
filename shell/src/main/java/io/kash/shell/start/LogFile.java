package io.kash.shell.start;

import io.kash.shell.session.PrivateFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/**
 * What client libraries log: warnings and worse, into a private file, never onto the terminal. The file is made at the
 * first line and set aside at one megabyte; one old file is kept.
 */
public final class LogFile extends Handler {
    private static final long MOST_BYTES = 1 << 20;

    private final PrivateFiles files = PrivateFiles.of(System.getenv(), Path.of(System.getProperty("user.home", ".")));
    private final Formatter lines = new SimpleFormatter();

    /** Read by Java's logging when somebody first logs; a start that logs nothing does not load it. */
    public static final class Configuration {
        public Configuration() throws IOException {
            String text = "handlers=" + LogFile.class.getName() + "\n.level=WARNING\n"
                    + "java.util.logging.SimpleFormatter.format="
                    + "%1$tFT%1$tT.%1$tL %4$s %3$s: %5$s%6$s%n\n";
            LogManager.getLogManager()
                    .readConfiguration(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
        }
    }

    static void configure() {
        System.setProperty("java.util.logging.config.class", Configuration.class.getName());
    }

    @Override
    public synchronized void publish(LogRecord line) {
        if (!isLoggable(line)) {
            return;
        }
        try {
            Path path = files.existing(files.at("log", "kash.log"));
            if (Files.size(path) > MOST_BYTES) {
                Files.move(path, path.resolveSibling("kash.log.1"), StandardCopyOption.REPLACE_EXISTING);
                files.existing(path);
            }
            Files.writeString(path, lines.format(line), StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            // There is nowhere left to say it: the terminal is not for this.
            setLevel(java.util.logging.Level.OFF);
        }
    }

    @Override
    public void flush() {
        // Each line is written at once.
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
