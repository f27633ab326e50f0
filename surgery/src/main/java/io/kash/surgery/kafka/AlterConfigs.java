package io.kash.surgery.kafka;

import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Kind;
import java.util.List;

/** Changes dynamic settings of brokers and topics, each on its own (KIP-339). */
public record AlterConfigs(List<Change> changes) implements Effect {
    public static final Kind KIND = Kind.of("kafka.alter-configs/1");

    /** What is changed: a broker by its id, or a topic by its name. */
    public enum Resource {
        BROKER,
        TOPIC
    }

    /** How it is changed. */
    public enum Operation {
        SET,
        DELETE,
        /** Adds entries to a list and keeps those of others. */
        APPEND,
        /** Takes entries from a list and keeps those of others. */
        SUBTRACT
    }

    /** @param value ignored for DELETE */
    public record Change(Resource resource, String name, String key, Operation operation, String value) {}

    public AlterConfigs {
        changes = List.copyOf(changes);
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String title() {
        return "change " + Titles.count(changes.size(), "setting") + " of "
                + Titles.names(changes.stream()
                        .map(change -> (change.resource() == Resource.BROKER ? "broker " : "") + change.name())
                        .distinct()
                        .toList());
    }
}
