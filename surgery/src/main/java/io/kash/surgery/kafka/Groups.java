package io.kash.surgery.kafka;

import io.kash.surgery.plan.Part;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** Consumer groups by id. Ids are whatever a client chose, control characters included. */
public record Groups(SortedMap<String, Group> byId) implements Part {
    /**
     * One group.
     *
     * @param coordinator the broker that coordinates it
     * @param positions committed offsets; empty unless the look asked for lag
     */
    public record Group(
            String id, String type, String state, int members, BrokerId coordinator, List<Position> positions) {
        public Group {
            positions = List.copyOf(positions);
        }
    }

    /**
     * How far a group is in one partition, in records.
     *
     * @param end the log's end offset; empty when it could not be read
     */
    public record Position(TopicPartition partition, long committed, OptionalLong end) {
        /** Records not yet consumed, never below 0; empty when the end is not known. */
        public OptionalLong lag() {
            return end.isPresent() ? OptionalLong.of(Math.max(0, end.getAsLong() - committed)) : OptionalLong.empty();
        }
    }

    public Groups {
        byId = Collections.unmodifiableSortedMap(new TreeMap<>(byId));
    }
}
