package io.kash.surgery.environment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One environment as the file says it. Secrets stand here as references only.
 *
 * @param name the key in the file; also what is typed as consent where the protection asks for it
 * @param fleets by name; {@code old} and {@code new} are what {@code --to-new} and {@code --from-old} mean
 */
public record Environment(
        String name,
        Protection protection,
        Kafka kafka,
        Optional<ZooKeeper> zookeeper,
        Map<String, Fleet> fleets,
        Limits limits) {

    public Environment {
        fleets = java.util.Collections.unmodifiableMap(new TreeMap<>(fleets));
    }

    /**
     * How Kafka is reached.
     *
     * @param bootstrap host:port, comma-separated
     * @param client a Kafka client properties file, passed through whole; a relative path counts from the environments
     *     file
     * @param clusterId the id this environment is pinned to
     */
    public record Kafka(
            String bootstrap, Optional<String> client, @JsonProperty("cluster-id") Optional<String> clusterId) {}

    /** How ZooKeeper is reached: host:port, comma-separated, with an optional chroot at the end. */
    public record ZooKeeper(String connect) {}

    /** Brokers that belong together, by their ids. */
    public record Fleet(List<Integer> ids) {
        public Fleet {
            ids = List.copyOf(ids);
        }
    }

    /** What operators never want exceeded. */
    public record Limits(@JsonProperty("throttle") ByteRate throttle) {
        public static final Limits DEFAULT = new Limits(ByteRate.of("50MB/s"));
    }

    public Optional<Fleet> fleet(String name) {
        return Optional.ofNullable(fleets.get(name));
    }
}
