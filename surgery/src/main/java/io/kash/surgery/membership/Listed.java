package io.kash.surgery.membership;

import io.kash.surgery.zookeeper.Configuration;
import io.kash.surgery.zookeeper.Member;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Lists of servers as files have them. */
final class Listed {
    private Listed() {}

    static List<Member> with(List<Member> members, Member one) {
        List<Member> all = new ArrayList<>(without(members, one.id()));
        all.add(one);
        return new Configuration(0, all).members();
    }

    static List<Member> without(List<Member> members, int id) {
        return members.stream().filter(member -> member.id() != id).toList();
    }

    /** Whether both name the same servers at the same places in the same roles; where clients find them is left out. */
    static boolean alike(Collection<Member> one, Collection<Member> other) {
        return bare(one).equals(bare(other));
    }

    private static List<Member> bare(Collection<Member> members) {
        return new Configuration(0, List.copyOf(members))
                .members().stream()
                        .map(member -> new Member(member.id(), member.peers(), member.role(), ""))
                        .toList();
    }

    /** The same line of a server that only listens. */
    static String listening(String line) {
        int clients = line.indexOf(';');
        return clients < 0 ? line + ":observer" : line.substring(0, clients) + ":observer" + line.substring(clients);
    }

    /** What stands behind {@code server.4=}: a participant's role is left out, since it is the usual one. */
    static String line(Member member) {
        return member.peers()
                + (member.votes() ? "" : ":observer")
                + (member.client().isEmpty() ? "" : ";" + member.client());
    }
}
