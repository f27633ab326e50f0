package io.kash.surgery.zookeeper;

import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Kind;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Adds servers to the ensemble or takes them out (ZooKeeper Dynamic Reconfiguration guide, "Incremental mode"), only while
 * its configuration is the one that was looked at: the version is a compare-and-set.
 *
 * @param joining as they are to be in the configuration; one that is there already is changed
 * @param leaving ids of those that are taken out
 * @param version of the configuration it is meant for
 * @param via client addresses of servers to ask
 */
public record Reconfigure(List<Member> joining, List<Integer> leaving, long version, List<String> via)
        implements Effect {
    public static final Kind KIND = Kind.of("zookeeper.reconfigure/1");

    public Reconfigure {
        joining = List.copyOf(joining);
        leaving = List.copyOf(leaving);
        via = List.copyOf(via);
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String title() {
        String added = joining.stream()
                .map(member -> "server " + member.id() + " as " + member.role().word())
                .collect(Collectors.joining(", "));
        String removed = leaving.stream().map(id -> "server " + id).collect(Collectors.joining(", "));
        return (added.isEmpty() ? "" : "add " + added)
                + (added.isEmpty() || removed.isEmpty() ? "" : ", ")
                + (removed.isEmpty() ? "" : "take out " + removed)
                + " at configuration 0x" + Long.toHexString(version);
    }
}
