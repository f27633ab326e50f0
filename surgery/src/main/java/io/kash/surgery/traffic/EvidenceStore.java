package io.kash.surgery.traffic;

import io.kash.surgery.coordination.Log;
import io.kash.surgery.coordination.LongText;
import io.kash.surgery.coordination.Store;
import io.kash.surgery.operation.OperationId;
import io.kash.surgery.plan.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one operation's evidence, beside its journal: the marks before, written once; lines of canaries and
 * samples, appended; a testimony for every run that came to an end. Not safe for use by several threads.
 */
final class EvidenceStore {
    private final Store store;
    private final Json json;
    private final String root;
    private @Nullable Log canary;
    private @Nullable Log samples;

    EvidenceStore(Store store, Json json, OperationId operation) {
        this.store = store;
        this.json = json;
        this.root = "operations/" + operation + "/evidence/";
    }

    Optional<Marks> before() {
        return LongText.read(store, root + "before").map(text -> json.read(text, Marks.class, root + "before"));
    }

    /** Keeps them unless there are some already: what was there before the first effect is seen only once. */
    void keepBefore(Marks marks) {
        var unused = LongText.write(store, root + "before", json.write(marks));
    }

    List<CanaryLine> canaryLines() {
        return read(root + "canary", CanaryLine.class);
    }

    void append(CanaryLine line) {
        Log log = canary == null ? Log.open(store, root + "canary") : canary;
        canary = append(log, root + "canary", json.write(line));
    }

    List<Sample> samples() {
        return read(root + "samples", Sample.class);
    }

    void append(Sample sample) {
        Log log = samples == null ? Log.open(store, root + "samples") : samples;
        samples = append(log, root + "samples", json.write(sample));
    }

    /** Somebody else may go on with the operation and append too; then it is opened anew, once. */
    private Log append(Log log, String key, String text) {
        if (log.append(text)) {
            return log;
        }
        Log fresh = Log.open(store, key);
        if (!fresh.append(text)) {
            throw new IllegalStateException("somebody else writes to " + key);
        }
        return fresh;
    }

    private <T> List<T> read(String key, Class<T> type) {
        List<T> all = new ArrayList<>();
        Log.open(store, key).lines().forEach(line -> all.add(json.read(line, type, key)));
        return all;
    }

    Optional<Testimony> testimony() {
        return LongText.read(store, testimonyKey(testimonies() - 1))
                .map(text -> json.read(text, Testimony.class, root + "testimony"));
    }

    void keep(Testimony testimony) {
        var unused = LongText.write(store, testimonyKey(testimonies()), json.write(testimony));
    }

    private int testimonies() {
        int number = 0;
        while (store.get(testimonyKey(number) + "/count").isPresent()) {
            number++;
        }
        return number;
    }

    private String testimonyKey(int number) {
        return root + "testimony/" + number;
    }
}
