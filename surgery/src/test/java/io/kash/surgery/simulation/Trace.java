package io.kash.surgery.simulation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;

/** What happened in one run, line by line: its fingerprint, and its end for whoever has to understand it. */
final class Trace {
    private static final int LAST = 40;

    private final MessageDigest digest;
    private final Deque<String> last = new ArrayDeque<>();
    private final int kept;
    private long events;

    Trace() {
        // Everything is kept only of a run that is looked at by itself.
        this.kept = Integer.getInteger("kash.trace", LAST);
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    void add(long atMillis, String who, String what) {
        String line = atMillis + " " + who + ": " + what;
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        events++;
        last.addLast(line);
        if (last.size() > kept) {
            last.removeFirst();
        }
    }

    long events() {
        return events;
    }

    List<String> last() {
        return new ArrayList<>(last);
    }

    /** Ends the trace. */
    String fingerprint() {
        return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    }
}
