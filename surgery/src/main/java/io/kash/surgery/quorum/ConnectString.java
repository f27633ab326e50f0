package io.kash.surgery.quorum;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What clients are given to find an ensemble: {@code host:port,host:port/chroot}; a port left out is 2181
 * (ZooKeeper Programmer's Guide, "ZooKeeper Sessions").
 *
 * @param chroot the path at the end, or an empty string
 */
public record ConnectString(List<Endpoint> servers, String chroot) {
    private static final int DEFAULT_PORT = 2181;
    private static final Pattern SERVER =
            Pattern.compile("(?:\\[([0-9A-Fa-f:.%]+)]|([0-9A-Za-z._-]+))(?::([0-9]{1,5}))?");

    /**
     * Where clients reach a server.
     *
     * @param host a name or an address, without brackets
     */
    public record Endpoint(String host, int port) {
        private static final Pattern ADDRESS =
                Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[0-9A-Fa-f.%]*:[0-9A-Fa-f:.%]+");

        /** Whether the host is a name, which somebody has to resolve, and no address. */
        public boolean named() {
            return !ADDRESS.matcher(host).matches();
        }

        @Override
        public String toString() {
            return host.contains(":") ? "[" + host + "]:" + port : host + ":" + port;
        }
    }

    public ConnectString {
        servers = List.copyOf(servers);
    }

    /** @throws IllegalArgumentException when the text is not such a list; the message says which part is not */
    public static ConnectString of(String text) {
        int slash = text.indexOf('/');
        String hosts = slash < 0 ? text : text.substring(0, slash);
        String chroot = slash < 0 || slash == text.length() - 1 ? "" : text.substring(slash);
        List<Endpoint> servers = new ArrayList<>();
        for (String host : hosts.split(",", -1)) {
            servers.add(server(host.strip()));
        }
        return new ConnectString(servers, chroot);
    }

    /** The servers as they are written, every one with its port. */
    public String hosts() {
        return servers.stream().map(Endpoint::toString).collect(Collectors.joining(","));
    }

    @Override
    public String toString() {
        return hosts() + chroot;
    }

    private static Endpoint server(String text) {
        Matcher server = SERVER.matcher(text);
        if (!server.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not host:port");
        }
        String host = server.group(1) == null ? server.group(2) : server.group(1);
        int port = server.group(3) == null ? DEFAULT_PORT : Integer.parseInt(server.group(3));
        if (port > 65_535) {
            throw new IllegalArgumentException("'" + text + "' has no valid port");
        }
        return new Endpoint(host, port);
    }
}
