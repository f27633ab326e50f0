package io.kash.surgery.membership;

import io.kash.surgery.zookeeper.Member;
import java.util.Collection;
import java.util.stream.Collectors;

/** Members by their ids. */
final class Ids {
    private Ids() {}

    /** {@code 1, 2, 3, 4 (observer)}. */
    static String of(Collection<Member> members) {
        return members.stream()
                .map(member -> member.id() + (member.votes() ? "" : " (observer)"))
                .collect(Collectors.joining(", "));
    }

    /** As they are typed behind a command: {@code  1 2 3}. */
    static String words(Collection<Integer> ids) {
        return ids.stream().map(id -> " " + id).collect(Collectors.joining());
    }
}
