package io.kash.surgery.zookeeper;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One server as the ensemble's configuration has it (ZooKeeper Dynamic Reconfiguration guide, "Specifying the client
 * port"): {@code server.4=10.0.1.14:2888:3888:participant;10.0.1.14:2181}.
 *
 * @param id its myid, 0 or more
 * @param peers where its peers find it, {@code host:quorum:election}; several are separated by {@code |}
 * @param client what stands behind the semicolon; empty where nothing does
 */
public record Member(int id, String peers, Role role, String client) {
    private static final Pattern LINE =
            Pattern.compile("server\\.([0-9]{1,9})=([^;]+?)(?::(participant|observer))?(?:;(.+))?");
    private static final Pattern HOST = Pattern.compile("(\\[[0-9A-Fa-f:.%]+]|[0-9A-Za-z._-]+):.*");
    private static final Pattern CLIENT = Pattern.compile("(?:(\\[[0-9A-Fa-f:.%]+]|[0-9A-Za-z._-]+):)?([0-9]{1,5})");
    private static final Pattern EVERY_ADDRESS = Pattern.compile("0\\.0\\.0\\.0|\\[::]|\\[0(:0){7}]");

    /** Whether it votes. */
    public enum Role {
        PARTICIPANT("participant"),
        OBSERVER("observer");

        private final String word;

        Role(String word) {
            this.word = word;
        }

        /** The word ZooKeeper uses. */
        public String word() {
            return word;
        }

        private static Role of(String word) {
            return word.equals(OBSERVER.word) ? OBSERVER : PARTICIPANT;
        }
    }

    /** The member in a line of a configuration; empty when the line is none. A role left out is a participant's. */
    public static Optional<Member> of(String line) {
        Matcher server = LINE.matcher(line.strip());
        if (!server.matches()) {
            return Optional.empty();
        }
        String role = server.group(3) == null ? "" : server.group(3);
        String client = server.group(4) == null ? "" : server.group(4);
        return Optional.of(new Member(Integer.parseInt(server.group(1)), server.group(2), Role.of(role), client));
    }

    /** The line it is in a configuration. */
    public String line() {
        return "server." + id + "=" + peers + ":" + role.word() + (client.isEmpty() ? "" : ";" + client);
    }

    /**
     * Where clients reach it, as {@code host:port}. A server that listens on every address is found where its peers find
     * it. Empty when the configuration does not say.
     */
    public Optional<String> clientAddress() {
        Matcher given = CLIENT.matcher(client);
        Matcher host = HOST.matcher(peers);
        if (!given.matches() || !host.matches()) {
            return Optional.empty();
        }
        String own = given.group(1);
        boolean everywhere = own == null || EVERY_ADDRESS.matcher(own).matches();
        return Optional.of((everywhere ? host.group(1) : own) + ":" + given.group(2));
    }

    public boolean votes() {
        return role == Role.PARTICIPANT;
    }

    /** The same server in another role. */
    public Member as(Role other) {
        return new Member(id, peers, other, client);
    }

    /** Whether both are one server at one place, whatever its role. */
    public boolean sameServer(Member other) {
        return id == other.id && peers.equals(other.peers);
    }

    @Override
    public String toString() {
        return line();
    }
}
