package io.kash.surgery.zookeeper.client;

import io.kash.surgery.quorum.ConnectString.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The servers in an ensemble's dynamic configuration, in the order they stand there (ZooKeeper Dynamic Reconfiguration
 * guide, "Specifying the client port"). Lines that are no servers, and servers without a client port, are left out.
 */
record MemberList(List<Member> members) {
    private static final Pattern LINE = Pattern.compile("server\\.([0-9]{1,10})=([^;]+);(.+)");
    private static final Pattern HOST = Pattern.compile("(?:\\[([0-9A-Fa-f:.%]+)]|([0-9A-Za-z._-]+)):.*");
    private static final Pattern CLIENT =
            Pattern.compile("(?:(?:\\[([0-9A-Fa-f:.%]+)]|([0-9A-Za-z._-]+)):)?([0-9]{1,5})");
    private static final List<String> EVERY_ADDRESS = List.of("0.0.0.0", "::", "0:0:0:0:0:0:0:0");

    /** @param client where it serves clients */
    record Member(int id, Endpoint client) {}

    MemberList {
        members = List.copyOf(members);
    }

    static MemberList of(String configuration) {
        List<Member> members = new ArrayList<>();
        for (String line : configuration.split("\\R", -1)) {
            Matcher server = LINE.matcher(line.strip());
            if (server.matches()) {
                add(server, members);
            }
        }
        return new MemberList(members);
    }

    private static void add(Matcher server, List<Member> members) {
        Matcher quorum = HOST.matcher(server.group(2));
        Matcher client = CLIENT.matcher(server.group(3));
        if (!quorum.matches() || !client.matches()) {
            return;
        }
        String given = client.group(1) == null ? client.group(2) : client.group(1);
        // A server that listens on every address tells none; it is found where its peers find it.
        String host = given == null || EVERY_ADDRESS.contains(given) ? either(quorum) : given;
        members.add(
                new Member(Integer.parseInt(server.group(1)), new Endpoint(host, Integer.parseInt(client.group(3)))));
    }

    private static String either(Matcher host) {
        return host.group(1) == null ? host.group(2) : host.group(1);
    }
}
