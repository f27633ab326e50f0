package io.kash.surgery.coordination;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lines appended under one key of a store, split over several values where they outgrow its limit. Every append is a
 * compare-and-set on the last value, so two writers cannot both succeed. Not safe for use by several threads.
 */
public final class Log {
    private final Store store;
    private final String key;
    private final List<String> lines = new ArrayList<>();
    private int segment;
    private String text = "";
    private long version = Store.ABSENT;

    private Log(Store store, String key) {
        this.store = store;
        this.key = key;
    }

    /** Reads all lines there are. A last line without its end is torn: it was never acknowledged and is dropped. */
    public static Log open(Store store, String key) {
        Log log = new Log(store, key);
        for (int segment = 0; ; segment++) {
            Optional<Store.Entry> entry = store.get(log.segmentKey(segment));
            if (entry.isEmpty()) {
                return log;
            }
            log.segment = segment;
            log.version = entry.get().version();
            String stored = entry.get().value();
            log.text = stored.substring(0, stored.lastIndexOf('\n') + 1);
            log.text.lines().forEach(log.lines::add);
        }
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** Appends one line, which holds no line end. False when somebody else has appended since this was opened. */
    public boolean append(String line) {
        String longer = text + line + '\n';
        if (!text.isEmpty() && longer.getBytes(StandardCharsets.UTF_8).length > store.maxValueBytes()) {
            segment++;
            version = Store.ABSENT;
            longer = line + '\n';
        }
        Optional<Long> written = store.putIf(segmentKey(segment), longer, version);
        if (written.isEmpty()) {
            return false;
        }
        text = longer;
        version = written.get();
        lines.add(line);
        return true;
    }

    private String segmentKey(int number) {
        return String.format("%s/%06d", key, number);
    }
}
