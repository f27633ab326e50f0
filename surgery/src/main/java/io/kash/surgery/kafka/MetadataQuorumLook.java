package io.kash.surgery.kafka;

import io.kash.surgery.plan.Look;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Asks for the {@link MetadataQuorum}: the leader for all of it, every controller for its own word.
 *
 * @param others addresses of controllers to ask beside those the quorum knows, {@code host:port}
 */
public record MetadataQuorumLook(SortedSet<String> others) implements Look {
    public MetadataQuorumLook {
        others = Collections.unmodifiableSortedSet(new TreeSet<>(others));
    }

    /** The quorum and nobody else. */
    public MetadataQuorumLook() {
        this(new TreeSet<>());
    }

    @Override
    public Class<MetadataQuorum> part() {
        return MetadataQuorum.class;
    }

    @Override
    public Look and(Look other) {
        if (!(other instanceof MetadataQuorumLook look)) {
            throw new IllegalArgumentException("not a look at the metadata quorum: " + other);
        }
        SortedSet<String> both = new TreeSet<>(others);
        both.addAll(look.others);
        return new MetadataQuorumLook(both);
    }
}
