package io.kash.surgery.addressing;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the server with an id is.
 *
 * @param id its myid
 * @param zone the name of its zone; empty where nothing says it
 * @param host an address; for a server that was there before, it may be a name
 */
public record ServerPlace(int id, Optional<String> zone, String host, Ports ports) {
    private static final Pattern FORM = Pattern.compile(
            "(?<host>[A-Za-z0-9._-]+)(?::(?<quorum>[0-9]{1,5}):(?<election>[0-9]{1,5})(?:;(?<client>[0-9]{1,5}))?)?");

    /**
     * A place written as {@code 10.0.1.57}, {@code 10.0.1.57:2888:3888} or {@code 10.0.1.57:2888:3888;2181}.
     *
     * @param ports those of what is left out
     * @throws IllegalArgumentException when the text is no such place
     */
    public static ServerPlace of(int id, String text, Ports ports) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + text
                    + "' is no server's place; write an address, or like ZooKeeper 10.0.1.57:2888:3888;2181");
        }
        return new ServerPlace(
                id,
                Optional.empty(),
                form.group("host"),
                form.group("quorum") == null
                        ? ports
                        : new Ports(
                                Integer.parseInt(form.group("quorum")),
                                Integer.parseInt(form.group("election")),
                                form.group("client") == null
                                        ? ports.client()
                                        : Integer.parseInt(form.group("client"))));
    }

    /** Where clients reach it: {@code 10.0.1.10:2181}. */
    public String clientAddress() {
        return host + ":" + ports.client();
    }

    /** What stands behind {@code server.4=} in a static configuration, which has no client ports. */
    public String peers() {
        return host + ":" + ports.quorum() + ":" + ports.election();
    }

    /** Whether its host is an address. ZooKeeper resolves a name once, when it starts. */
    public boolean byAddress() {
        return Subnet.isAddress(host);
    }

    ServerPlace in(Optional<String> found) {
        return new ServerPlace(id, found, host, ports);
    }

    /** Whether two servers would want the same. One machine can hold several that listen on different ports. */
    boolean collides(ServerPlace other) {
        return host.equals(other.host) && ports.meet(other.ports);
    }
}
