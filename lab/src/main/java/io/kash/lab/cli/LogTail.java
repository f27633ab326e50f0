package io.kash.lab.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Shows what is appended to a file. */
final class LogTail {
    private final Path file;
    private final PrintStream target;
    private long shown;

    LogTail(Path file, PrintStream target) {
        this.file = file;
        this.target = target;
    }

    /** What has come since the last time. */
    void show() {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer fresh = ByteBuffer.allocate((int) Math.max(0, channel.size() - shown));
            int read = channel.read(fresh, shown);
            if (read > 0) {
                target.write(fresh.array(), 0, read);
                target.flush();
                shown += read;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
