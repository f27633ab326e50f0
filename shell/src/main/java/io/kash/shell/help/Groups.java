package io.kash.shell.help;

import java.util.Comparator;
import java.util.List;

/** The order of the headings in help: what an operator needs first stands first. */
final class Groups {
    private static final List<String> FIRST = List.of(
            "Environments",
            "Brokers",
            "Topics",
            "Consumer groups",
            "Leaders",
            "Movement",
            "ZooKeeper",
            "KRaft",
            "Operations");
    private static final String LAST = "Session";

    static final Comparator<String> ORDER =
            Comparator.comparingInt(Groups::rank).thenComparing(Comparator.naturalOrder());

    private Groups() {}

    private static int rank(String group) {
        if (group.equals(LAST)) {
            return FIRST.size() + 1;
        }
        int known = FIRST.indexOf(group);
        return known < 0 ? FIRST.size() : known;
    }
}
