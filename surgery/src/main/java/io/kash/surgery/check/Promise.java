package io.kash.surgery.check;

import io.kash.surgery.kafka.BrokerSettings;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The edge of what can be promised. No acknowledged record is lost for topics with three replicas or more,
 * min.insync.replicas of two or more and no unclean election, when their producers use acks=all. Everything outside is
 * named.
 */
public final class Promise {
    private static final int REPLICAS = 3;
    private static final int IN_SYNC = 2;

    /**
     * A topic outside the promise, or the defaults that new topics get.
     *
     * @param replicas the fewest of any partition; empty when not known
     * @param why what puts it outside
     */
    public record Edge(String name, OptionalInt replicas, OptionalInt minInSync, boolean unclean, List<String> why) {
        public Edge {
            why = List.copyOf(why);
        }
    }

    private Promise() {}

    /** Topics outside, in order of their names. */
    public static List<Edge> topics(Cluster cluster) {
        return cluster.topics().values().stream()
                .map(Promise::edge)
                .filter(edge -> !edge.why().isEmpty())
                .toList();
    }

    /** What topics will be outside that are created with the brokers' defaults, one entry at most. */
    public static Optional<Edge> defaults(BrokerSettings settings) {
        OptionalInt replicas = least(settings, BrokerSettings.REPLICATION_FACTOR);
        OptionalInt inSync = least(settings, BrokerSettings.MIN_IN_SYNC);
        boolean unclean = settings.values(BrokerSettings.UNCLEAN_ELECTION).containsKey("true");
        Edge edge = edge("(new topics by default)", replicas, inSync, unclean);
        return edge.why().isEmpty() ? Optional.empty() : Optional.of(edge);
    }

    private static Edge edge(Topic topic) {
        return edge(
                topic.name(),
                topic.partitions().stream()
                        .mapToInt(partition -> partition.target().size())
                        .min(),
                OptionalInt.of(topic.minInSyncReplicas()),
                topic.uncleanElection());
    }

    private static Edge edge(String name, OptionalInt replicas, OptionalInt inSync, boolean unclean) {
        List<String> why = new ArrayList<>();
        if (replicas.orElse(REPLICAS) < REPLICAS) {
            why.add("fewer than " + REPLICAS + " replicas");
        }
        if (inSync.orElse(IN_SYNC) < IN_SYNC) {
            why.add("min.insync.replicas below " + IN_SYNC);
        }
        if (unclean) {
            why.add("unclean election");
        }
        return new Edge(name, replicas, inSync, unclean, why);
    }

    private static OptionalInt least(BrokerSettings settings, String key) {
        return settings.values(key).keySet().stream()
                .filter(value -> value.matches("-?[0-9]{1,9}"))
                .mapToInt(Integer::parseInt)
                .min();
    }
}
