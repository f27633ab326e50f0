package io.kash.surgery.pairing;

import io.kash.surgery.coordination.Store;
import io.kash.surgery.plan.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Who is connected to an environment: each shell leaves a note that goes away with it. */
public final class Presence {
    private static final String ROOT = "presence";

    private final Store store;
    private final Json json;

    public Presence(Store store, Json json) {
        this.store = store;
        this.json = json;
    }

    /**
     * A shell that is connected.
     *
     * @param shell names it; no two are alike
     * @param operator the name in the environments file, or the user's where there is no key
     * @param from user, host and process
     */
    public record Present(String shell, String operator, String from, Instant since) {}

    /** Leaves a note for as long as the session lasts. */
    public void enter(Store.Session session, Present present) {
        var unused = session.claim(ROOT + "/" + present.shell(), json.write(present));
    }

    /** Everybody who is connected, in the order they came. */
    public List<Present> all() {
        List<Present> all = new ArrayList<>();
        for (String shell : store.list(ROOT)) {
            store.get(ROOT + "/" + shell)
                    .map(entry -> json.read(entry.value(), Present.class, "a note of presence"))
                    .ifPresent(all::add);
        }
        all.sort(Comparator.comparing(Present::since));
        return all;
    }

    /** Whether that shell is still there. */
    public boolean here(String shell) {
        return store.get(ROOT + "/" + shell).isPresent();
    }
}
