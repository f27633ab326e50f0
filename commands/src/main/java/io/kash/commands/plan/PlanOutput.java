package io.kash.commands.plan;

import io.kash.completions.signature.ValueType;
import io.kash.surgery.files.OwnerOnly;
import io.kash.surgery.problem.Problem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;

/**
 * A file for a plan, in the format of Kafka's own tool, that only its owner can read. A plan that is there already is
 * replaced, all of it at once; a file that is anything else is not touched.
 */
public final class PlanOutput {
    public static final ValueType<Path> FILE = new ValueType<>(Path.class, "file", Path::of);

    private static final byte[] BEGINNING = "{\"version\":1,\"partitions\":[".getBytes(StandardCharsets.US_ASCII);
    private static final int BUFFER = 1 << 16;

    private final Path file;

    /** Writes a plan; leaves the stream open. */
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    public PlanOutput(Path file) {
        this.file = file;
    }

    public Path file() {
        return file;
    }

    /** @throws io.kash.surgery.problem.ProblemException when the file is there and is no plan */
    public void requireReplaceable() {
        try {
            if (Files.exists(file) && !isPlan()) {
                throw Problem.usage(
                                "it is there already, and it is no plan",
                                file.toString(),
                                "only a plan is written over by a plan",
                                "name another file")
                        .asException();
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private boolean isPlan() throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(BEGINNING.length), BEGINNING);
        }
    }

    /** Writes beside the file and moves it there: whoever reads it finds a whole plan. */
    public void write(Content content) {
        requireReplaceable();
        Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            try (OutputStream out = new BufferedOutputStream(
                    Channels.newOutputStream(
                            OwnerOnly.open(fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))),
                    BUFFER)) {
                content.write(out);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private RuntimeException unwritable(IOException e) {
        return Problem.failed("the plan cannot be written", file.toString(), e.toString(), "name another file")
                .asException(e);
    }
}
