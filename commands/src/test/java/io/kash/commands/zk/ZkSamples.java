package io.kash.commands.zk;

import io.kash.surgery.addressing.Addressing;
import io.kash.surgery.addressing.Ports;
import io.kash.surgery.addressing.Rule;
import io.kash.surgery.addressing.ServerPlace;
import io.kash.surgery.addressing.Subnet;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.Environment.Fleet;
import io.kash.surgery.environment.Environment.ZooKeeper;
import io.kash.surgery.environment.Protection;
import io.kash.surgery.fake.SampleEnvironment;
import io.kash.surgery.zookeeper.Configuration;
import io.kash.surgery.zookeeper.Ensemble.Load;
import io.kash.surgery.zookeeper.Ensemble.Server;
import io.kash.surgery.zookeeper.Inspected;
import io.kash.surgery.zookeeper.Inspected.Channel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** An ensemble as tests of its commands see it. */
final class ZkSamples {
    private static final String CONFIGURATION =
            """
            server.1=10.0.1.5:2888:3888:participant;10.0.1.5:2181
            server.2=zk-2.internal:2888:3888:observer;0.0.0.0:2181
            version=100000000
            """;

    private ZkSamples() {}

    static Inspected leader() {
        return runningWith(Map.of("tickTime", "2000", "dataDir", "/var/lib/zookeeper"));
    }

    static Inspected runningWith(Map<String, String> settings) {
        return new Inspected(
                new Server(
                        "10.0.1.5:2181",
                        OptionalInt.of(1),
                        "leader",
                        "3.8.6",
                        "0x100000a41",
                        OptionalInt.of(14),
                        "",
                        Optional.of(new Load(0.6, 0, 1_234))),
                settings,
                Configuration.of(CONFIGURATION),
                OptionalInt.of(2),
                List.of(
                        new Channel("srvr", ""),
                        new Channel("conf", ""),
                        new Channel("mntr", ""),
                        new Channel(Channel.ADMIN, "nobody listens on port 8080")));
    }

    /** A server of 3.4, which knows no dynamic configuration. */
    static Inspected old() {
        return Inspected.of(
                new Server(
                        "10.0.3.5:2181", OptionalInt.of(3), "follower", "3.4.14", "0x100000a41", OptionalInt.of(2), ""),
                new Channel("srvr", ""));
    }

    static Inspected dead() {
        return Inspected.of(
                new Server(
                        "10.0.2.5:2181",
                        OptionalInt.empty(),
                        "",
                        "",
                        "",
                        OptionalInt.empty(),
                        "refused the connection"),
                new Channel("srvr", "refused the connection"));
    }

    /** Server 1 is given, 4 to 6 are calculated, beginning at {@code offset}. */
    static Environment addressed(int offset) {
        Rule rule = new Rule(
                offset,
                new TreeMap<>(Map.of(
                        "a", Subnet.of("10.0.1.0/24"), "b", Subnet.of("10.0.2.0/24"), "c", Subnet.of("10.0.3.0/24"))),
                4,
                OptionalInt.empty(),
                Ports.USUAL);
        Addressing addressing =
                new Addressing(Optional.of(rule), new TreeMap<>(Map.of(1, ServerPlace.of(1, "10.0.1.5", Ports.USUAL))));
        return environment(
                Optional.of(new ZooKeeper("10.0.1.5:2181/kafka", Optional.empty(), ZooKeeper.SETTLE, addressing)));
    }

    static Environment environment(Optional<ZooKeeper> zookeeper) {
        return SampleEnvironment.of("lab", Protection.CONFIRM, "10.0.0.1:9092")
                .zookeeper(zookeeper)
                .fleets(Map.of(
                        "zookeeper-old", new Fleet(List.of(1)),
                        "zookeeper-new", new Fleet(List.of(4, 5, 6))))
                .done();
    }
}
