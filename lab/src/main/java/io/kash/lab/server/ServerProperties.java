package io.kash.lab.server;

import io.kash.lab.ExtraListener;
import io.kash.lab.LabSpec;
import io.kash.lab.Mode;
import io.kash.lab.Node;
import io.kash.lab.Node.Kind;
import io.kash.lab.address.AddressPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the lab's servers are configured with. Where nothing is said here, their own defaults hold. */
record ServerProperties(Roster roster) {
    private static final int INTERNAL_PARTITIONS = 12;

    Map<String, String> of(Node node, Path directory) {
        return switch (node.kind()) {
            case ZOOKEEPER, NEW_ZOOKEEPER -> zooKeeper(node, directory);
            case CONTROLLER, NEW_CONTROLLER -> controller(node, directory);
            case OLD_BROKER, NEW_BROKER -> broker(node, directory);
        };
    }

    private Map<String, String> zooKeeper(Node node, Path directory) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("dataDir", directory.resolve("data").toString());
        properties.put("tickTime", "1000");
        properties.put("initLimit", "10");
        properties.put("syncLimit", "5");
        // On loopback every client seems to come from one address.
        properties.put("maxClientCnxns", "0");
        adminServer(node, properties);
        properties.put("4lw.commands.whitelist", "*");
        // A joiner knows the old members and itself, as one that does not vote: "Adding servers" in the guide
        // "ZooKeeper Dynamic Reconfiguration".
        List<Node> servers = new ArrayList<>(roster.quorum());
        if (node.kind() == Kind.NEW_ZOOKEEPER) {
            servers.add(node);
        }
        if (isBefore35()) {
            properties.put("clientPort", String.valueOf(node.endpoint().port()));
            properties.put("clientPortAddress", node.endpoint().host());
            if (node.kind() == Kind.NEW_ZOOKEEPER) {
                properties.put("peerType", "observer");
            }
        } else {
            properties.put("reconfigEnabled", String.valueOf(roster.spec().reconfigurable()));
            properties.put("standaloneEnabled", "false");
        }
        servers.forEach(server -> properties.put("server." + server.id(), member(server)));
        return properties;
    }

    /** Its jars are staged with the newest release only, and its port is the same for all. */
    private void adminServer(Node node, Map<String, String> properties) {
        boolean staged = roster.spec()
                .zooKeeper()
                .filter(release -> release.startsWith("3.9."))
                .isPresent();
        if (staged && roster.plan().ownAddresses()) {
            properties.put("admin.serverAddress", node.endpoint().host());
        } else {
            properties.put("admin.enableServer", "false");
        }
    }

    private boolean isBefore35() {
        return roster.spec()
                .zooKeeper()
                .filter(release -> release.startsWith("3.4."))
                .isPresent();
    }

    private String member(Node server) {
        AddressPlan plan = roster.plan();
        int id = server.id();
        boolean joins = server.kind() == Kind.NEW_ZOOKEEPER;
        String peers = plan.zooKeeperQuorum(id).host()
                + ":" + plan.zooKeeperQuorum(id).port()
                + ":" + plan.zooKeeperElection(id).port();
        if (isBefore35()) {
            return joins ? peers + ":observer" : peers;
        }
        return peers + (joins ? ":observer;" : ":participant;") + plan.zooKeeper(id);
    }

    private Map<String, String> controller(Node node, Path directory) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("process.roles", "controller");
        properties.put("node.id", String.valueOf(node.id()));
        properties.put("listeners", "CONTROLLER://" + node.endpoint());
        properties.put("advertised.listeners", "CONTROLLER://" + node.endpoint());
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put("controller.quorum.bootstrap.servers", roster.controllers());
        properties.put("log.dirs", directory.resolve("data").toString());
        defaultsOfTopics(properties);
        return properties;
    }

    private Map<String, String> broker(Node node, Path directory) {
        Map<String, String> properties = new LinkedHashMap<>();
        if (roster.spec().mode() == Mode.ZOOKEEPER) {
            properties.put("broker.id", String.valueOf(node.id()));
            properties.put("zookeeper.connect", roster.zooKeeperConnect());
            // A killed broker is missed after 6 s instead of 18: what people wait for in a lab.
            properties.put("zookeeper.session.timeout.ms", "6000");
        } else {
            properties.put("process.roles", "broker");
            properties.put("node.id", String.valueOf(node.id()));
            properties.put("controller.listener.names", "CONTROLLER");
            properties.put("controller.quorum.bootstrap.servers", roster.controllers());
            properties.put("broker.session.timeout.ms", "6000");
        }
        listeners(node, properties);
        properties.put("broker.rack", node.zone().rack());
        properties.put("log.dirs", directory.resolve("data").toString());
        defaultsOfTopics(properties);
        smallness(properties);
        roster.spec()
                .brokerProperties()
                .forEach((key, value) -> properties.put(
                        key,
                        value.replace("${host}", node.endpoint().host())
                                .replace("${id}", String.valueOf(node.id()))
                                .replace("${directory}", directory.toString())));
        return properties;
    }

    private void listeners(Node node, Map<String, String> properties) {
        LabSpec spec = roster.spec();
        StringBuilder listeners = new StringBuilder("PLAINTEXT://" + node.endpoint());
        StringBuilder protocols = new StringBuilder("PLAINTEXT:PLAINTEXT");
        List<ExtraListener> extra = spec.extraListeners();
        for (int i = 0; i < extra.size(); i++) {
            String name = extra.get(i).name();
            listeners
                    .append(",")
                    .append(name)
                    .append("://")
                    .append(roster.plan().extra(node.id(), i));
            protocols.append(",").append(name).append(":").append(extra.get(i).protocol());
        }
        if (spec.mode() == Mode.KRAFT) {
            protocols.append(",CONTROLLER:PLAINTEXT");
        }
        properties.put("listeners", listeners.toString());
        properties.put("advertised.listeners", listeners.toString());
        properties.put("listener.security.protocol.map", protocols.toString());
        properties.put("inter.broker.listener.name", "PLAINTEXT");
    }

    private void defaultsOfTopics(Map<String, String> properties) {
        int replicas = Math.min(3, roster.spec().oldBrokers());
        String minInSync = String.valueOf(Math.min(2, replicas));
        properties.put("auto.create.topics.enable", "false");
        properties.put("delete.topic.enable", "true");
        properties.put("default.replication.factor", String.valueOf(replicas));
        properties.put("min.insync.replicas", minInSync);
        properties.put("offsets.topic.replication.factor", String.valueOf(replicas));
        properties.put("offsets.topic.num.partitions", String.valueOf(INTERNAL_PARTITIONS));
        properties.put("transaction.state.log.replication.factor", String.valueOf(replicas));
        properties.put("transaction.state.log.min.isr", minInSync);
        properties.put("transaction.state.log.num.partitions", String.valueOf(INTERNAL_PARTITIONS / 2));
    }

    /** Six of these share a laptop. */
    private static void smallness(Map<String, String> properties) {
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "4");
        properties.put("background.threads", "4");
        properties.put("num.recovery.threads.per.data.dir", "1");
        properties.put("log.cleaner.dedupe.buffer.size", "8388608");
        properties.put("log.cleaner.io.buffer.size", "131072");
        // Mapped into memory at full size for every partition's active segment.
        properties.put("log.index.size.max.bytes", "1048576");
        properties.put("log.segment.bytes", "67108864");
        properties.put("group.initial.rebalance.delay.ms", "0");
    }
}
