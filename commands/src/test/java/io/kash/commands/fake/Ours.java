package io.kash.commands.fake;

import io.kash.commands.session.Ownership;
import io.kash.surgery.kafka.AlterConfigs.Resource;
import io.kash.surgery.kafka.Partition;
import java.util.Map;
import java.util.Optional;

/** Says that some partitions, and settings of some brokers or topics, belong to operations of ours. */
public record Ours(Map<String, String> partitions, Map<String, String> names) implements Ownership {
    @Override
    public Optional<String> ownerOf(Partition reassigning) {
        return Optional.ofNullable(partitions.get(reassigning.name().toString()));
    }

    @Override
    public Optional<String> ownerOf(Resource resource, String name, String key, String value) {
        return Optional.ofNullable(names.get(name));
    }
}
