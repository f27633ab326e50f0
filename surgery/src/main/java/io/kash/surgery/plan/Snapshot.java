package io.kash.surgery.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was observed, and when. Immutable. It is made of {@linkplain Part parts}, one per engine or subject, so that a
 * new engine adds a part and changes nothing here.
 */
public final class Snapshot {
    private final Instant observedAt;
    private final Map<Class<? extends Part>, Part> parts;

    private Snapshot(Instant observedAt, Map<Class<? extends Part>, Part> parts) {
        this.observedAt = observedAt;
        this.parts = parts;
    }

    public static Snapshot of(Instant observedAt, Part... parts) {
        return of(observedAt, List.of(parts));
    }

    public static Snapshot of(Instant observedAt, List<? extends Part> parts) {
        Map<Class<? extends Part>, Part> byType = new LinkedHashMap<>();
        for (Part part : parts) {
            if (byType.put(part.getClass(), part) != null) {
                throw new IllegalArgumentException(
                        "two parts of " + part.getClass().getSimpleName());
            }
        }
        return new Snapshot(observedAt, byType);
    }

    public Instant observedAt() {
        return observedAt;
    }

    /**
     * The part of the given type.
     *
     * @throws IllegalStateException when the scope that was read did not ask for it, which is an error of the caller
     */
    public <P extends Part> P part(Class<P> type) {
        return find(type)
                .orElseThrow(() -> new IllegalStateException(
                        "the snapshot has no " + type.getSimpleName() + "; the scope that was read must name it"));
    }

    public <P extends Part> Optional<P> find(Class<P> type) {
        return Optional.ofNullable(parts.get(type)).map(type::cast);
    }

    /** This snapshot with one part put in the place of the part of its type: the world after a step. */
    public Snapshot with(Part part) {
        Map<Class<? extends Part>, Part> changed = new LinkedHashMap<>(parts);
        changed.put(part.getClass(), part);
        return new Snapshot(observedAt, changed);
    }

    public List<Part> parts() {
        return new ArrayList<>(parts.values());
    }
}
