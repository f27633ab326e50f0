package io.kash.surgery.audit;

import io.kash.surgery.audit.Entry.Deed;
import io.kash.surgery.files.OwnerOnly;
import io.kash.surgery.plan.Json;
import io.kash.surgery.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Every command typed in one environment on this machine, in a file of its owner's alone: one JSON object a line, each
 * sealed to the one before. Several shells may append at the same time. Each line is forced to the disk before its command
 * goes on.
 */
public final class SessionJournal {
    /** File locks are held by the process, so threads of one process need this as well. */
    private static final ReentrantLock IN_PROCESS = new ReentrantLock();

    private static final Set<OpenOption> APPENDING =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);

    private final Path file;
    private final Json json = new Json(Map.of());

    /** @param file created when the first line is written */
    public SessionJournal(Path file) {
        this.file = file;
    }

    public Path file() {
        return file;
    }

    /**
     * Appends one line. A torn line at the end, which nobody was ever told is there, is cut off first.
     *
     * @return its number
     * @throws IOException when it cannot be written; then it may be there in part, as a torn line
     */
    public long append(Instant at, String who, String from, Deed deed) throws IOException {
        OwnerOnly.createFoldersOf(file);
        IN_PROCESS.lock();
        try (FileChannel channel = OwnerOnly.open(file, APPENDING);
                FileLock lock = channel.lock()) {
            if (!lock.isValid()) {
                throw new IOException("the lock on " + file + " was lost");
            }
            Tail tail = Tail.of(channel);
            long seq = seq(tail.last()) + 1;
            String line = Chain.sealed(Chain.seal(tail.last()), json.write(new Entry(seq, at, who, from, deed)));
            channel.truncate(tail.end());
            ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
            channel.position(tail.end());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
            return seq;
        } finally {
            IN_PROCESS.unlock();
        }
    }

    /** Reads all of it, empty when there is none yet. */
    public Reading read() throws IOException {
        if (!Files.exists(file)) {
            return new Reading(List.of(), List.of(), OptionalInt.empty(), false);
        }
        byte[] bytes = Files.readAllBytes(file);
        List<Entry> entries = new ArrayList<>();
        List<String> seals = new ArrayList<>();
        int from = 0;
        for (int end = next(bytes, from); end >= 0; end = next(bytes, from)) {
            String previous = seals.isEmpty() ? Chain.BEGINNING : seals.get(seals.size() - 1);
            Optional<Entry> entry = entry(bytes, from, end, previous).filter(read -> read.seq() == entries.size() + 1);
            if (entry.isEmpty()) {
                return new Reading(entries, seals, OptionalInt.of(entries.size() + 1), false);
            }
            entries.add(entry.get());
            seals.add(Chain.seal(new String(bytes, from, end - from, StandardCharsets.UTF_8)));
            from = end + 1;
        }
        return new Reading(entries, seals, OptionalInt.empty(), from < bytes.length);
    }

    private Optional<Entry> entry(byte[] bytes, int from, int end, String previous) {
        String line = new String(bytes, from, end - from, StandardCharsets.UTF_8);
        // What is not UTF-8 is read as a replacement, which another byte may have been as well.
        boolean faithful = Arrays.equals(
                line.getBytes(StandardCharsets.UTF_8),
                0,
                line.getBytes(StandardCharsets.UTF_8).length,
                bytes,
                from,
                end);
        return faithful ? Chain.read(previous, line).flatMap(this::parsed) : Optional.empty();
    }

    private Optional<Entry> parsed(String object) {
        try {
            return Optional.of(json.read(object, Entry.class, file.toString()));
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    /** The number of a line whatever its seal says: what follows a broken line is numbered on, and verified as broken. */
    private long seq(String line) {
        String seal = Chain.seal(line);
        return seal.equals(Chain.BEGINNING)
                ? 0
                : parsed(line.replace(",\"seal\":\"" + seal + "\"", ""))
                        .map(Entry::seq)
                        .orElse(0L);
    }

    private static int next(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }
}
