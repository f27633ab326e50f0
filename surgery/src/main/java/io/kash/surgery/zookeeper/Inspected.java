package io.kash.surgery.zookeeper;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One server in depth.
 *
 * @param server as it describes itself
 * @param settings what it runs with, by the names of {@code zoo.cfg}; empty where it does not say
 * @param configuration who belongs to the ensemble by its own word; empty before 3.5, and where it does not say
 * @param syncedFollowers voters that follow it in sync; only a leader says it
 * @param channels what it was asked by, in that order
 */
public record Inspected(
        Ensemble.Server server,
        Map<String, String> settings,
        Optional<Configuration> configuration,
        OptionalInt syncedFollowers,
        List<Channel> channels) {
    private static final Pattern NO_DYNAMIC = Pattern.compile("3\\.[0-4]\\..*");
    private static final Pattern ADDRESSES = Pattern.compile("\\[[0-9A-Fa-f:.%]+]|[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern HOST = Pattern.compile("(\\[[^]]*]|[^:]+):.*");

    /** How the list of its peers came to a server. */
    public enum Configured {
        /** From its own file, which only a restart changes. */
        STATIC("static"),
        /** From the ensemble, which can change it while it runs. */
        DYNAMIC("dynamic"),
        /** It does not say. */
        UNKNOWN("");

        private final String word;

        Configured(String word) {
            this.word = word;
        }

        /** A word for it; empty for {@link #UNKNOWN}. */
        public String word() {
            return word;
        }
    }

    /**
     * A way to ask a server.
     *
     * @param name a four-letter word, or {@code AdminServer}
     * @param problem why there is no answer, or an empty string
     */
    public record Channel(String name, String problem) {
        public static final String ADMIN = "AdminServer";

        public boolean answers() {
            return problem.isEmpty();
        }
    }

    public Inspected {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
        channels = List.copyOf(channels);
    }

    /** One that was not asked any further. */
    public static Inspected of(Ensemble.Server server, Channel... channels) {
        return new Inspected(server, Map.of(), Optional.empty(), OptionalInt.empty(), List.of(channels));
    }

    /** A static list has no version; servers before 3.5 know no other. */
    public Configured configured() {
        return configuration
                .map(known -> known.version() == 0 ? Configured.STATIC : Configured.DYNAMIC)
                .orElse(NO_DYNAMIC.matcher(server.version()).matches() ? Configured.STATIC : Configured.UNKNOWN);
    }

    /** Members it knows by a host name, which it resolves once, when it starts (ZOOKEEPER-1506). */
    public List<Member> named() {
        return configuration.map(Configuration::members).orElse(List.of()).stream()
                .filter(member -> {
                    Matcher host = HOST.matcher(member.peers());
                    return host.matches() && !ADDRESSES.matcher(host.group(1)).matches();
                })
                .toList();
    }
}
