package io.kash.surgery.zookeeper.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.kash.surgery.zookeeper.Configuration;
import io.kash.surgery.zookeeper.Ensemble.Load;
import io.kash.surgery.zookeeper.Ensemble.Server;
import io.kash.surgery.zookeeper.ServerView;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Understands what a server answers to {@code srvr} and {@code conf}. What is not exactly of the expected form is taken
 * for not said. Pure.
 */
final class ServerAnswers {
    /** Behind the version stands the commit it was built from, and when. */
    private static final Pattern VERSION =
            Pattern.compile("([0-9]+\\.[0-9]+\\.[0-9]+(?:-(?:alpha|beta|rc)[0-9]*)?)(?:[-, ].*)?");

    private static final Pattern ZXID = Pattern.compile("0x[0-9a-f]{1,16}");
    private static final Pattern MODE = Pattern.compile("leader|follower|observer|standalone|read-only");
    /** The average had no fraction before 3.5. */
    private static final Pattern LATENCIES = Pattern.compile("[0-9]{1,9}/([0-9]{1,9}(?:\\.[0-9]{1,9})?)/[0-9]{1,9}");

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final String NOT_LISTED = "is not executed because it is not in the whitelist";

    private ServerAnswers() {}

    /** A server that answered {@code srvr}, or one with the reason why the answer is none. */
    static Server server(String address, OptionalInt id, String srvr) {
        Map<String, String> fields = fields(srvr, ": ");
        String mode = matching(fields.get("Mode"), MODE).orElse("");
        if (mode.isEmpty()) {
            return silent(address, id, complaint(srvr));
        }
        return new Server(
                address,
                id,
                mode,
                version(fields.get("Zookeeper version")),
                matching(fields.get("Zxid"), ZXID).orElse(""),
                number(fields.get("Connections")),
                "",
                load(fields));
    }

    /** A server that did not answer. */
    static Server silent(String address, OptionalInt id, String problem) {
        return new Server(address, id, "", "", "", OptionalInt.empty(), problem);
    }

    /** The id in an answer to {@code conf}; empty where the server does not let it be asked. */
    static OptionalInt id(String conf) {
        return number(fields(conf, "=").get("serverId"));
    }

    /** How a server that answered sees itself and its ensemble. */
    static ServerView view(String address, String srvr, String conf, String mntr) {
        Server server = server(address, OptionalInt.empty(), srvr);
        if (!server.answered()) {
            return ServerView.silent(address, server.problem());
        }
        return new ServerView(
                address,
                id(conf),
                server.mode(),
                server.version(),
                settings(conf),
                Configuration.of(conf),
                syncedFollowers(mntr),
                server.connections(),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    /** Its followers, without those that follow and are not in the configuration, which it counts with them. */
    private static OptionalInt syncedVoters(Map<String, String> mntr) {
        OptionalInt all = number(mntr.get("zk_synced_followers"));
        OptionalInt guests = number(mntr.get("zk_synced_non_voting_followers"));
        return all.isPresent() ? OptionalInt.of(all.getAsInt() - guests.orElse(0)) : all;
    }

    /**
     * Whether a server makes a database of its own where it finds none, by what its AdminServer says to
     * {@code system_properties}: it does when nobody forbids it.
     */
    static Optional<String> autocreate(JsonNode answer) {
        return answer.path("command").asText().equals("system_properties")
                ? Optional.of(answer.path("zookeeper.db.autocreate").asText("true"))
                : Optional.empty();
    }

    /** What a server runs with, by its answer to {@code conf}; the list of its peers left out. */
    static Map<String, String> settings(String conf) {
        return fields(conf.split("membership:", 2)[0], "=");
    }

    /** Voters that follow a leader in sync, by its answer to {@code mntr}. */
    static OptionalInt syncedFollowers(String mntr) {
        return syncedVoters(fields(mntr, "\t"));
    }

    /** Why an answer to a word is none. */
    static Optional<String> refusal(String word, String answer) {
        if (answer.contains(NOT_LISTED)) {
            return Optional.of("'" + word + "' is not in its 4lw.commands.whitelist");
        }
        return answer.isBlank() ? Optional.of("an empty answer to '" + word + "'") : Optional.empty();
    }

    private static Optional<Load> load(Map<String, String> fields) {
        var latency = LATENCIES.matcher(fields.getOrDefault("Latency min/avg/max", ""));
        OptionalInt outstanding = number(fields.get("Outstanding"));
        OptionalInt nodes = number(fields.get("Node count"));
        return latency.matches() && outstanding.isPresent() && nodes.isPresent()
                ? Optional.of(new Load(Double.parseDouble(latency.group(1)), outstanding.getAsInt(), nodes.getAsInt()))
                : Optional.empty();
    }

    private static String complaint(String srvr) {
        Optional<String> refusal = refusal("srvr", srvr);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (srvr.contains("not currently serving requests")) {
            return "it is up but serves nobody: it has no quorum";
        }
        return "its answer to 'srvr' is not understood";
    }

    private static Map<String, String> fields(String answer, String separator) {
        Map<String, String> fields = new HashMap<>();
        for (String line : answer.split("\\R", -1)) {
            int at = line.indexOf(separator);
            if (at > 0) {
                fields.putIfAbsent(
                        line.substring(0, at).strip(),
                        line.substring(at + separator.length()).strip());
            }
        }
        return fields;
    }

    private static String version(@org.jspecify.annotations.Nullable String text) {
        if (text == null) {
            return "";
        }
        var version = VERSION.matcher(text);
        return version.matches() ? version.group(1) : "";
    }

    private static Optional<String> matching(@org.jspecify.annotations.Nullable String text, Pattern form) {
        return Optional.ofNullable(text).filter(value -> form.matcher(value).matches());
    }

    private static OptionalInt number(@org.jspecify.annotations.Nullable String text) {
        return matching(text, NUMBER)
                .map(digits -> OptionalInt.of(Integer.parseInt(digits)))
                .orElse(OptionalInt.empty());
    }
}
