package io.kash.surgery.environment;

import static io.kash.surgery.environment.WrittenFile.withLab;
import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.addressing.Addressing;
import io.kash.surgery.environment.Environment.ZooKeeper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the file says of ZooKeeper servers, where they are, and of controllers. */
class ServersOfAnEnvironmentTest {
    private final WrittenFile file;

    ServersOfAnEnvironmentTest(@TempDir Path directory) {
        file = new WrittenFile(directory);
    }

    @Test
    void controllersHaveZonesASettleTimeAndPerhapsSettingsOfTheirOwn() throws IOException {
        Environment lab = file.read(
                        withLab("kraft: {settle: 5s, client: c.properties, zones: {a: [101, 104], b: [102]}}"))
                .named("lab");

        assertThat(lab.kraft())
                .isEqualTo(new Environment.Kraft(
                        Duration.ofSeconds(5),
                        Optional.of(file.directory().resolve("c.properties").toString()),
                        new TreeMap<>(Map.of(101, "a", 102, "b", 104, "a"))));
    }

    @Test
    void aControllerIsInOneZone() throws IOException {
        file.assertRefused(
                withLab("kraft: {zones: {a: [101], b: [101]}}"),
                "4:20",
                "environments.lab.kraft.zones.b is not what it must be",
                "controller 101 is in two zones");
    }

    @Test
    void whoMayReconfigureTheEnsembleIsReferredToAndNeverWritten() throws IOException {
        assertThat(file.read(
                                """
                        environments:
                          lab:
                            kafka:     {bootstrap: "127.0.0.1:9092"}
                            zookeeper: {connect: "z1:2181", auth: "${env:ZK_SUPER}", settle: 5s}
                        """)
                        .named("lab")
                        .zookeeper())
                .contains(new ZooKeeper("z1:2181", Optional.of("${env:ZK_SUPER}"), Duration.ofSeconds(5)));
        file.assertRefused(
                withLab("zookeeper: {connect: \"z1:2181\", auth: super:hunter2}"),
                "4:43",
                "environments.lab.zookeeper.auth is not what it must be",
                "expected a reference, ${env:NAME} or ${file:path}, found a value");
    }

    @Test
    void everyKeyOfTheAddressingIsRead() throws IOException {
        Environment lab = file.read(
                        withLab("zookeeper: {connect: \"z1:2181\", addressing: {offset: 11, first-id: 4, per-zone: 2,"
                                + " subnets: {b: 127.60.2.0/24, a: 127.60.1.0/24}, ports: {quorum: 2889, client: 2182},"
                                + " servers: {1: 10.0.1.57, 2: \"127.0.0.1:20022:20032;20012\"}}}"))
                .named("lab");

        assertThat(lab.addressing().ids()).containsExactly(1, 2, 4, 5, 6, 7);
        assertThat(lab.addressing().place(List.of(1, 2, 5, 6)).servers())
                .extracting(server -> server.id() + " " + server.peers() + ";"
                        + server.ports().client())
                .containsExactly(
                        "1 10.0.1.57:2889:3888;2182",
                        "2 127.0.0.1:20022:20032;20012",
                        "5 127.60.2.11:2889:3888;2182",
                        "6 127.60.1.12:2889:3888;2182");
    }

    @Test
    void withoutAddressingNoServerHasAPlace() throws IOException {
        assertThat(file.read(withLab("zookeeper: {connect: \"z1:2181\"}"))
                        .named("lab")
                        .addressing())
                .isEqualTo(Addressing.NONE);
    }

    @Test
    void aMistakeInTheAddressingIsToldWhereItStands() throws IOException {
        file.assertRefused(
                withLab("zookeeper: {connect: \"z\", addressing: {offset: 10, subnets: {a: 10.0.1.5/24}}}"),
                "4:69",
                "environments.lab.zookeeper.addressing.subnets.a is not what it must be",
                "10.0.1.5/24 is an address inside of a subnet; write 10.0.1.0/24");
        file.assertRefused(
                withLab("zookeeper: {connect: \"z\", addressing: {subnets: {a: 10.0.1.0/24}}}"),
                "4:43",
                "environments.lab.zookeeper.addressing.offset is not what it must be",
                "expected how far a zone's first server is behind the first address");
        file.assertRefused(
                withLab("zookeeper: {connect: \"z\", addressing: {offset: 10}}"),
                "4:43",
                "environments.lab.zookeeper.addressing.subnets is not what it must be",
                "expected a subnet for each zone, as in {a: 10.0.1.0/24}");
        file.assertRefused(
                withLab("zookeeper: {connect: \"z\", addressing: {servers: {one: 10.0.1.7}}}"),
                "4:54",
                "environments.lab.zookeeper.addressing.servers.one is not what it must be",
                "expected the id of a server, 1 to 255");
        file.assertRefused(
                withLab("zookeeper: {connect: \"z\", addressing: {ports: {client: 2888}, servers: {1: 10.0.1.7}}}"),
                "4:51",
                "environments.lab.zookeeper.addressing.ports.client is not what it must be",
                "quorum, election and client port must be three different ones");
        file.assertRefused(
                withLab(
                        "zookeeper: {connect: \"z\", addressing: {offset: 10, per-zone: 0, subnets: {a: 10.0.1.0/24}}}"),
                "4:66",
                "environments.lab.zookeeper.addressing.per-zone is not what it must be",
                "expected a whole number, 1 or more, found '0'");
    }
}
