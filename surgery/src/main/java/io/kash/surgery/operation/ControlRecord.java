package io.kash.surgery.operation;

import io.kash.surgery.coordination.Store;
import io.kash.surgery.plan.Json;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What operators have asked of one operation, where all of them can read and change it. The last word counts. It stands
 * outside the journal: whoever carries the operation out journals what it did about it.
 */
public final class ControlRecord {
    private final Store store;
    private final Json json;
    private final String key;

    public ControlRecord(Store store, Json json, OperationId operation) {
        this.store = store;
        this.json = json;
        this.key = "operations/" + operation + "/control";
    }

    /** @throws io.kash.surgery.coordination.StoreUnavailable when there is no telling */
    public Control read() {
        return store.get(key).map(this::parse).orElse(Control.RUN);
    }

    /** Changes it, whoever else does at the same moment. */
    public void change(UnaryOperator<Control> change) {
        while (true) {
            Optional<Store.Entry> before = store.get(key);
            Control after = change.apply(before.map(this::parse).orElse(Control.RUN));
            long version = before.map(Store.Entry::version).orElse(Store.ABSENT);
            if (store.putIf(key, json.write(after), version).isPresent()) {
                return;
            }
        }
    }

    private Control parse(Store.Entry entry) {
        return json.read(entry.value(), Control.class, key);
    }
}
