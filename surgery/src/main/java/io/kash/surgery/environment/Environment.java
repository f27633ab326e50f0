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
     * @param client a Kafka client properties file, passed through whole; in the environments file a relative path counts
     *     from that file, here it is absolute
     * @param clusterId the id this environment is pinned to
     */
    public record Kafka(
            String bootstrap, Optional<String> client, @JsonProperty("cluster-id") Optional<String> clusterId) {}

    /** How ZooKeeper is reached: host:port, comma-separated, with an optional chroot at the end. */
    public record ZooKeeper(String connect) {}

    /**
     * Brokers or servers that belong together, told in one of three ways.
     *
     * @param ids empty when they are told otherwise
     * @param group the name of the Auto Scaling group they are in
     * @param tag the tag they bear, as {@code Key=Value}
     */
    public record Fleet(List<Integer> ids, Optional<String> group, Optional<String> tag) {
        public Fleet {
            ids = List.copyOf(ids);
        }

        public Fleet(List<Integer> ids) {
            this(ids, Optional.empty(), Optional.empty());
        }

        /** Whether the ids say it all. */
        public boolean byIds() {
            return group.isEmpty() && tag.isEmpty();
        }
    }

    /**
     * What operators never want exceeded.
     *
     * @param throttle how fast replicas are copied at the most, on every broker
     * @param diskFree the share of each volume that must stay free after a move
     */
    public record Limits(ByteRate throttle, @JsonProperty("disk-free") Percentage diskFree) {
        public static final Limits DEFAULT = new Limits(ByteRate.of("50MB/s"), new Percentage(10));
    }

    public Optional<Fleet> fleet(String name) {
        return Optional.ofNullable(fleets.get(name));
    }
}
