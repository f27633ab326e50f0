package io.kash.surgery.environment;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.kash.surgery.addressing.Addressing;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One environment as the file says it. Secrets stand here as references only.
 *
 * @param name the key in the file; also what is typed as consent where the protection asks for it
 * @param fleets by name; {@code old} and {@code new} are what {@code --to-new} and {@code --from-old} mean of brokers,
 *     {@link #OLD_SERVERS} and {@link #NEW_SERVERS} of ZooKeeper servers
 * @param canary the topic into which sequence numbers are written while an operation runs, to prove that nothing
 *     acknowledged is lost; whoever runs the cluster makes it
 * @param hooks the operator's programs that restart and stop servers
 * @param kraft how the quorum of controllers is changed
 */
public record Environment(
        String name,
        Protection protection,
        Kafka kafka,
        Optional<ZooKeeper> zookeeper,
        Optional<Consul> consul,
        Map<String, Fleet> fleets,
        Limits limits,
        Teamwork teamwork,
        Optional<String> canary,
        Hooks hooks,
        Kraft kraft) {
    /** The fleet of ZooKeeper servers that are to go. */
    public static final String OLD_SERVERS = "zookeeper-old";

    /** The fleet of ZooKeeper servers that are to stay. */
    public static final String NEW_SERVERS = "zookeeper-new";

    /** The fleet of controllers that are to go. */
    public static final String OLD_CONTROLLERS = "controllers-old";

    /** The fleet of controllers that are to stay. */
    public static final String NEW_CONTROLLERS = "controllers-new";

    public Environment {
        fleets = Collections.unmodifiableMap(new TreeMap<>(fleets));
    }

    /**
     * Programs with their arguments, in which {@code ${kind}}, {@code ${id}} and {@code ${host}} stand for the server. No
     * shell reads them. Each is empty where the environments file does not say it.
     *
     * @param restart restarts a server and exits 0
     * @param stop stops a server for good and exits 0
     * @param started prints what tells a running server's process from the one before it
     */
    public record Hooks(List<String> restart, List<String> stop, List<String> started) {
        public static final Hooks NONE = new Hooks(List.of(), List.of(), List.of());

        public Hooks {
            restart = List.copyOf(restart);
            stop = List.copyOf(stop);
            started = List.copyOf(started);
        }
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

    /**
     * How ZooKeeper is reached.
     *
     * @param connect host:port, comma-separated, with an optional chroot at the end
     * @param auth a reference to {@code user:password} of who may reconfigure the ensemble, never the password; empty where
     *     anybody may
     * @param settle how long the ensemble must have been whole and in sync after one change of its members before the next
     * @param addressing where the servers with which ids are; {@link Addressing#NONE} where the file does not say
     */
    public record ZooKeeper(String connect, Optional<String> auth, Duration settle, Addressing addressing) {
        /** Longer than the sessions of the clients there are: those a change disturbed are back, or are seen to be gone. */
        public static final Duration SETTLE = Duration.ofSeconds(30);

        /** An ensemble that anybody may reconfigure, with the usual patience. */
        public ZooKeeper(String connect) {
            this(connect, Optional.empty(), SETTLE);
        }

        /** An ensemble whose addresses are nobody's rule. */
        public ZooKeeper(String connect, Optional<String> auth, Duration settle) {
            this(connect, auth, settle, Addressing.NONE);
        }
    }

    /**
     * How the quorum of KRaft controllers is changed.
     *
     * @param settle how long the quorum must have been whole and in sync after one change of its voters before the next
     * @param client a Kafka client properties file for the controllers' listener, absolute; empty where that of the brokers
     *     serves for both
     * @param zones the zone of each controller, by id; those whose zone nobody has written down are left out
     */
    public record Kraft(Duration settle, Optional<String> client, SortedMap<Integer, String> zones) {
        public static final Kraft USUAL = new Kraft(ZooKeeper.SETTLE, Optional.empty(), new TreeMap<>());

        public Kraft {
            zones = Collections.unmodifiableSortedMap(new TreeMap<>(zones));
        }
    }

    /**
     * How Consul is reached.
     *
     * @param address as {@code http://host:8500} or {@code https://host:8501}
     * @param token a reference to the ACL token, never the token
     */
    public record Consul(String address, Optional<String> token) {}

    /**
     * How operators of this environment work together.
     *
     * @param store where they find each other's operations; chosen by what is there when left out
     * @param operators the public key of each operator by name, as {@code ed25519:…}
     * @param pausesWhenAlone whether an operation pauses at the next safe point when the operator who approved it leaves
     */
    public record Teamwork(Optional<StoreKind> store, Map<String, String> operators, boolean pausesWhenAlone) {
        public static final Teamwork ALONE = new Teamwork(Optional.empty(), Map.of(), false);

        public Teamwork {
            operators = Collections.unmodifiableMap(new TreeMap<>(operators));
        }
    }

    /** What keeps an environment's journals, locks and approvals. */
    public enum StoreKind {
        /** The ensemble that {@code zookeeper} names. */
        ZOOKEEPER("zookeeper"),
        /** The agent that {@code consul} names. */
        CONSUL("consul"),
        /** Files of this machine, which nobody else sees. */
        LOCAL("local");

        private final String word;

        StoreKind(String word) {
            this.word = word;
        }

        /** The word the environments file uses. */
        public String word() {
            return word;
        }
    }

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

    /** Where servers of the ensemble are by their ids; nowhere in an environment without addressing. */
    public Addressing addressing() {
        return zookeeper.map(ZooKeeper::addressing).orElse(Addressing.NONE);
    }
}
