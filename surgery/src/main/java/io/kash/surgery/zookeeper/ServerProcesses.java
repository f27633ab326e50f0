package io.kash.surgery.zookeeper;

import io.kash.surgery.plan.Part;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which process each ZooKeeper server is, and which servers its file names.
 *
 * @param byId those without one do not run, or nobody could say
 */
public record ServerProcesses(SortedMap<Integer, ServerProcess> byId) implements Part {
    public ServerProcesses {
        byId = Collections.unmodifiableSortedMap(new TreeMap<>(byId));
    }

    public Optional<ServerProcess> of(int id) {
        return Optional.ofNullable(byId.get(id));
    }
}
