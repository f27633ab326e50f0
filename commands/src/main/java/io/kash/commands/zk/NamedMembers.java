package io.kash.commands.zk;

import io.kash.surgery.zookeeper.Inspected;
import io.kash.surgery.zookeeper.Member;
import java.util.List;
import java.util.stream.Collectors;

/** Members that servers know by host names, which each resolves once. */
final class NamedMembers {
    private NamedMembers() {}

    /** A note for those there are; none when every member is known by its address. */
    static List<String> notes(List<Inspected> servers) {
        String named = servers.stream()
                .flatMap(server -> server.named().stream())
                .sorted(java.util.Comparator.comparingInt(Member::id))
                .map(member -> "server " + member.id() + " as " + member.peers())
                .distinct()
                .collect(Collectors.joining(", "));
        return named.isEmpty()
                ? List.of()
                : List.of("known by host names, which a server resolves once, when it starts: " + named);
    }
}
