package io.kash.surgery.traffic;

import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.Groups;
import io.kash.surgery.kafka.GroupsLook;
import io.kash.surgery.kafka.Offsets;
import io.kash.surgery.kafka.OffsetsLook;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.kafka.Throttles;
import io.kash.surgery.kafka.ThrottlesLook;
import io.kash.surgery.operation.Observer;
import io.kash.surgery.plan.Look;
import io.kash.surgery.plan.Part;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@link Marks} of a whole cluster. What cannot be read is left out and said; brokers and topics must be. */
final class Surveyor {
    private final Observer observer;

    Surveyor(Observer observer) {
        this.observer = observer;
    }

    /**
     * What was seen.
     *
     * @param cluster as it was when the marks were taken
     */
    record Survey(Cluster cluster, Throttles throttles, Marks marks) {}

    /** @throws ProblemException when not even brokers and topics can be read */
    Survey look() {
        Snapshot seen = observer.read(Scope.of(new ClusterLook(Selection.all()), new ThrottlesLook(Selection.all())));
        Cluster cluster = seen.part(Cluster.class);
        Throttles throttles = seen.part(Throttles.class);
        List<String> unread = new ArrayList<>();
        throttles.silent().forEach(broker -> unread.add("the throttles of broker " + broker));
        Offsets offsets = read(new OffsetsLook(Selection.all(), true), Offsets.class, "the offsets", unread)
                .orElseGet(() -> new Offsets(new TreeMap<>()));
        Groups groups = read(new GroupsLook(Selection.all(), true), Groups.class, "the consumer groups", unread)
                .orElseGet(() -> new Groups(new TreeMap<>()));
        return new Survey(cluster, throttles, Marks.of(seen.observedAt(), cluster, throttles, offsets, groups, unread));
    }

    private <P extends Part> Optional<P> read(Look look, Class<P> part, String what, List<String> unread) {
        try {
            return Optional.of(observer.read(Scope.of(look)).part(part));
        } catch (ProblemException e) {
            unread.add(what + ": " + e.problem().why());
            return Optional.empty();
        }
    }
}
