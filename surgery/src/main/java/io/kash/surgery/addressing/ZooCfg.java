package io.kash.surgery.addressing;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Each server's {@code zoo.cfg}.
 *
 * <p>A server that joins begins with those that are there and itself, never with the whole list: several empty servers
 * that know each other are a quorum of their own (ZooKeeper Dynamic Reconfiguration guide, "Adding servers"). Where the
 * configuration is dynamic it is an observer until it is added, and creates no database of its own; where it is static,
 * servers join one after the other in the order of their ids, and each file names those before it.
 *
 * @param dataDir where each server keeps its data
 * @param dynamic whether the ensemble can be reconfigured while it runs: 3.5 or later, and switched on
 * @param shared the settings that all its servers have in common, in the order in which they are written
 */
public record ZooCfg(String dataDir, boolean dynamic, List<Setting> shared) implements Rendering {
    /** One line of the file. */
    public record Setting(String name, String value) {}

    /** What ZooKeeper's own sample has. */
    private static final List<Setting> USUAL =
            List.of(new Setting("tickTime", "2000"), new Setting("initLimit", "10"), new Setting("syncLimit", "5"));

    public ZooCfg {
        shared = List.copyOf(shared);
    }

    /** For an ensemble with the usual settings. */
    public ZooCfg(String dataDir, boolean dynamic) {
        this(dataDir, dynamic, USUAL);
    }

    @Override
    public List<Rendered> render(Lists lists, ServerList list) {
        return lists.of(list).stream()
                .map(server -> new Rendered(OptionalInt.of(server.id()), "zoo.cfg", content(server, lists, list)))
                .toList();
    }

    private String content(ServerPlace server, Lists lists, ServerList list) {
        boolean joining = list == ServerList.JOINT && lists.joins(server);
        List<String> lines = new ArrayList<>();
        lines.add("# Server " + server.id()
                + server.zone().map(zone -> ", zone " + zone).orElse("") + ", " + list.word()
                + " list. Its myid file holds " + server.id() + ".");
        shared.forEach(setting -> lines.add(setting.name() + "=" + setting.value()));
        lines.add("dataDir=" + dataDir);
        // Else a server answers srvr only (ZooKeeper administrator's guide, "4lw.commands.whitelist").
        lines.add("4lw.commands.whitelist=srvr, mntr, conf, cons, ruok");
        if (dynamic) {
            lines.add("reconfigEnabled=true");
            lines.add("standaloneEnabled=false");
        } else {
            lines.add("clientPort=" + server.ports().client());
            if (server.byAddress()) {
                lines.add("clientPortAddress=" + server.host());
            }
        }
        if (joining) {
            lines.add("# An empty database of its own must never win over the ensemble's.");
            lines.add("db.autocreate=false");
        }
        known(server, lists, list, joining)
                .map(one -> line(one, joining && one.equals(server)))
                .forEach(lines::add);
        return String.join("\n", lines) + "\n";
    }

    private Stream<ServerPlace> known(ServerPlace server, Lists lists, ServerList list, boolean joining) {
        Stream<ServerPlace> all = lists.of(list).stream();
        if (!joining) {
            return all;
        }
        return all.filter(
                one -> lists.old().contains(one) || one.equals(server) || (!dynamic && one.id() < server.id()));
    }

    /** {@code server.4=10.0.1.10:2888:3888:participant;10.0.1.10:2181}, or without what 3.4 does not know. */
    private String line(ServerPlace server, boolean joining) {
        String line = "server." + server.id() + "=" + server.peers();
        return dynamic ? line + (joining ? ":observer;" : ":participant;") + server.clientAddress() : line;
    }
}
