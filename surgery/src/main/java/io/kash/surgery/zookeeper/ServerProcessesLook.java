package io.kash.surgery.zookeeper;

import io.kash.surgery.plan.Look;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Asks which process some ZooKeeper servers are, and which servers their files name.
 *
 * @param hosts where clients reach each of them, by id, without the port
 */
public record ServerProcessesLook(SortedMap<Integer, String> hosts) implements Look {
    public ServerProcessesLook {
        hosts = Collections.unmodifiableSortedMap(new TreeMap<>(hosts));
    }

    @Override
    public Class<ServerProcesses> part() {
        return ServerProcesses.class;
    }

    @Override
    public Look and(Look other) {
        if (!(other instanceof ServerProcessesLook look)) {
            throw new IllegalArgumentException("not a look at processes of servers: " + other);
        }
        SortedMap<Integer, String> both = new TreeMap<>(hosts);
        both.putAll(look.hosts);
        return new ServerProcessesLook(both);
    }
}
