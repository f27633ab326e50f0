package io.kash.surgery.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kash.surgery.addressing.Addressing;
import io.kash.surgery.addressing.ServerPlace;
import io.kash.surgery.environment.Environment.Consul;
import io.kash.surgery.environment.Environment.Fleet;
import io.kash.surgery.environment.Environment.Limits;
import io.kash.surgery.environment.Environment.StoreKind;
import io.kash.surgery.environment.Environment.ZooKeeper;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentsFileTest {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void everyKeyOfTheFullSampleIsRead() throws IOException {
        Environment production =
                read("""
                environments:
                  production:
                    protection: pair
                    operators: {ada: "ed25519:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", ben: "ed25519:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="}
                    kafka:     {bootstrap: "k1:9092,k2:9092", client: client.properties, cluster-id: Q3x-kA}
                    zookeeper: {connect: "z1:2181,z2:2181/kafka", addressing: {offset: 10, subnets: {a: 10.0.1.0/24}}}
                    consul:    {address: https://consul.internal:8501, token: "${env:CONSUL_HTTP_TOKEN}"}
                    aws:       {account: "123456789012", region: eu-west-1, profile: prod}
                    fleets:    {old: {group: kafka-2016}, new: {tag: Fleet=new}, zookeeper-old: {ids: [1, 2, 3]}}
                    limits:    {throttle: 80MB/s, disk-free: 25%, cool-down: 24h, brokers-at-once: 1}
                    hooks:     {restart: [ssh, "${host}", sudo], stop: [ssh, "${host}"], started: [pid, "${kind}-${id}"]}
                    coordination: consul
                    when-alone: pause
                    canary: kash-canary
                """)
                        .named("production");

        assertThat(production.protection()).isEqualTo(Protection.PAIR);
        assertThat(production.kafka())
                .isEqualTo(new Environment.Kafka(
                        "k1:9092,k2:9092",
                        Optional.of(directory.resolve("client.properties").toString()),
                        Optional.of("Q3x-kA")));
        assertThat(production.zookeeper().map(ZooKeeper::connect)).contains("z1:2181,z2:2181/kafka");
        assertThat(production.addressing().place(List.of(1, 2)).servers())
                .extracting(ServerPlace::clientAddress)
                .containsExactly("10.0.1.10:2181", "10.0.1.11:2181");
        assertThat(production.fleet("old")).contains(new Fleet(List.of(), Optional.of("kafka-2016"), Optional.empty()));
        assertThat(production.fleet("new")).contains(new Fleet(List.of(), Optional.empty(), Optional.of("Fleet=new")));
        assertThat(production.fleet("zookeeper-old")).contains(new Fleet(List.of(1, 2, 3)));
        assertThat(production.limits()).isEqualTo(new Limits(ByteRate.of("80MB/s"), new Percentage(25)));
        assertThat(production.consul())
                .contains(new Consul("https://consul.internal:8501", Optional.of("${env:CONSUL_HTTP_TOKEN}")));
        assertThat(production.teamwork().store()).contains(StoreKind.CONSUL);
        assertThat(production.teamwork().operators()).containsOnlyKeys("ada", "ben");
        assertThat(production.teamwork().pausesWhenAlone()).isTrue();
        assertThat(production.canary()).contains("kash-canary");
        assertThat(production.hooks())
                .isEqualTo(new Environment.Hooks(
                        List.of("ssh", "${host}", "sudo"), List.of("ssh", "${host}"), List.of("pid", "${kind}-${id}")));
    }

    @Test
    void controllersHaveZonesASettleTimeAndPerhapsSettingsOfTheirOwn() throws IOException {
        Environment lab = read(withLab("kraft: {settle: 5s, client: c.properties, zones: {a: [101, 104], b: [102]}}"))
                .named("lab");

        assertThat(lab.kraft())
                .isEqualTo(new Environment.Kraft(
                        Duration.ofSeconds(5),
                        Optional.of(directory.resolve("c.properties").toString()),
                        new TreeMap<>(Map.of(101, "a", 102, "b", 104, "a"))));
    }

    @Test
    void aControllerIsInOneZone() throws IOException {
        assertRefused(
                withLab("kraft: {zones: {a: [101], b: [101]}}"),
                "4:20",
                "environments.lab.kraft.zones.b is not what it must be",
                "controller 101 is in two zones");
    }

    @Test
    void aHookIsToldNothingButWhichServerItIsFor() throws IOException {
        assertRefused(
                withLab("hooks: {restart: [curl, \"${env:TOKEN}\"]}"),
                "4:29",
                "environments.lab.hooks.restart is not what it must be",
                "it names ${env:TOKEN}; a hook is told ${kind}, ${id} and ${host}, and no secrets: its words are shown");
    }

    @Test
    void aHookIsAProgram() throws IOException {
        assertRefused(
                withLab("hooks: {stop: []}"),
                "4:12",
                "environments.lab.hooks.stop is not what it must be",
                "expected a program and its arguments, found none");
    }

    @Test
    void aStoreThatTheEnvironmentDoesNotHaveIsRefused() throws IOException {
        assertRefused(
                withLab("coordination: consul"),
                "4:19",
                "environments.lab.coordination is not what it must be",
                "this environment has no section 'consul'");
    }

    @Test
    void anOperatorsKeyMustBeOne() throws IOException {
        assertRefused(
                withLab("operators: {ada: hunter2}"),
                "4:22",
                "environments.lab.operators.ada is not what it must be",
                "expected a public key as 'kash operator init' prints it, found 'hunter2'");
    }

    @Test
    void aBootstrapIsEnoughAndTheProtectionIsThenTheName() throws IOException {
        Environment least =
                read("""
                environments:
                  lab:
                    kafka: {bootstrap: "127.0.0.1:9092"}
                """)
                        .named("lab");

        assertThat(least.protection()).isEqualTo(Protection.NAME);
        assertThat(least.zookeeper()).isEmpty();
        assertThat(least.fleets()).isEmpty();
        assertThat(least.limits()).isEqualTo(Limits.DEFAULT);
    }

    @Test
    void whoMayReconfigureTheEnsembleIsReferredToAndNeverWritten() throws IOException {
        assertThat(
                        read("""
                        environments:
                          lab:
                            kafka:     {bootstrap: "127.0.0.1:9092"}
                            zookeeper: {connect: "z1:2181", auth: "${env:ZK_SUPER}", settle: 5s}
                        """)
                                .named("lab")
                                .zookeeper())
                .contains(new ZooKeeper("z1:2181", Optional.of("${env:ZK_SUPER}"), Duration.ofSeconds(5)));
        assertRefused(
                withLab("zookeeper: {connect: \"z1:2181\", auth: super:hunter2}"),
                "4:43",
                "environments.lab.zookeeper.auth is not what it must be",
                "expected a reference, ${env:NAME} or ${file:path}, found a value");
    }

    @Test
    void aConsulBootstrapIsAcceptedByTheFile() throws IOException {
        assertThat(
                        read("""
                environments:
                  lab:
                    kafka: {bootstrap: "consul://kafka"}
                """)
                                .named("lab")
                                .kafka()
                                .bootstrap())
                .isEqualTo("consul://kafka");
    }

    @Test
    void anUnknownKeyIsRefusedWithTheOneProbablyMeant() throws IOException {
        assertRefused(
                """
                environments:
                  lab:
                    kafka:
                      bootstrap: "127.0.0.1:9092"
                      cluster_id: abc
                """,
                "5:7",
                "unknown key environments.lab.kafka.cluster_id",
                "did you mean 'cluster-id'? known here: bootstrap, client, cluster-id");
    }

    @Test
    void anUnknownKeyThatResemblesNoneIsRefusedWithThoseThereAre() throws IOException {
        assertRefused("clusters: {}\n", "1:1", "unknown key clusters", "known here: environments");
    }

    @Test
    void aMissingBootstrapIsNamedWhereItBelongs() throws IOException {
        assertRefused(
                """
                environments:
                  lab:
                    kafka: {client: x.properties}
                """,
                "3:12",
                "environments.lab.kafka.bootstrap is missing",
                "expected the brokers as host:port, comma-separated");
    }

    @Test
    void aMissingKafkaIsNamed() throws IOException {
        assertRefused(
                """
                environments:
                  lab:
                    protection: none
                """,
                "3:5",
                "environments.lab.kafka is missing",
                "expected a mapping with at least 'bootstrap'");
    }

    @Test
    void aListInThePlaceOfAMappingIsRefused() throws IOException {
        assertRefused(
                """
                environments:
                  lab:
                    kafka: [one, two]
                """,
                "3:12",
                "environments.lab.kafka is not a mapping",
                "expected keys with values, found a list");
    }

    @Test
    void aMappingInThePlaceOfAValueIsRefused() throws IOException {
        assertRefused(
                """
                environments:
                  lab:
                    kafka: {bootstrap: {host: a}}
                """,
                "3:24",
                "environments.lab.kafka.bootstrap is not what it must be",
                "expected a single value, found a mapping");
    }

    @Test
    void aKeyWithoutAValueIsRefused() throws IOException {
        assertRefused(
                """
                environments:
                  lab:
                    kafka:
                      bootstrap:
                """,
                "4:7",
                "environments.lab.kafka.bootstrap has no value",
                "give it one, or take the key out");
    }

    @Test
    void anUnknownProtectionIsRefusedWithThoseThereAre() throws IOException {
        assertRefused(
                """
                environments:
                  lab:
                    protection: high
                    kafka: {bootstrap: "127.0.0.1:9092"}
                """,
                "3:17",
                "environments.lab.protection is not what it must be",
                "expected one of none, confirm, name, pair, found 'high'");
    }

    @Test
    void aRateThatIsNoneIsRefused() throws IOException {
        assertRefused(
                withLab("limits: {throttle: fast}"),
                "4:24",
                "environments.lab.limits.throttle is not what it must be",
                "'fast' is not a rate; write it like 80MB/s or 512KiB/s");
    }

    @Test
    void aShareAboveTheWholeIsRefused() throws IOException {
        assertRefused(
                withLab("limits: {disk-free: 110%}"),
                "4:25",
                "environments.lab.limits.disk-free is not what it must be",
                "'110%' is not a percentage; write 0% to 100%");
    }

    @Test
    void fleetIdsThatAreNoNumbersAreRefused() throws IOException {
        assertRefused(
                withLab("fleets: {new: {ids: [11, twelve]}}"),
                "4:30",
                "environments.lab.fleets.new.ids is not what it must be",
                "expected whole numbers, 0 or more, found 'twelve'");
    }

    @Test
    void aFleetWithoutIdsIsRefused() throws IOException {
        assertRefused(
                withLab("fleets: {new: {ids: []}}"),
                "4:19",
                "environments.lab.fleets.new.ids is not what it must be",
                "expected at least one id; leave the fleet out where there is none yet");
    }

    @Test
    void aBrokerThatIsOldAndNewIsRefused() throws IOException {
        assertRefused(
                withLab("fleets: {old: {ids: [1, 2]}, new: {ids: [2, 3]}}"),
                "4:13",
                "environments.lab.fleets.new is not what it must be",
                "broker 2 is in 'old' and in 'new'");
    }

    @Test
    void aServerThatIsOldAndNewIsRefused() throws IOException {
        assertRefused(
                withLab("fleets: {zookeeper-old: {ids: [1, 2]}, zookeeper-new: {ids: [2, 3]}}"),
                "4:13",
                "environments.lab.fleets.zookeeper-new is not what it must be",
                "server 2 is in 'zookeeper-old' and in 'zookeeper-new'");
    }

    @Test
    void everyKeyOfTheAddressingIsRead() throws IOException {
        Environment lab = read(withLab(
                        "zookeeper: {connect: \"z1:2181\", addressing: {offset: 11, first-id: 4, per-zone: 2,"
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
        assertThat(read(withLab("zookeeper: {connect: \"z1:2181\"}"))
                        .named("lab")
                        .addressing())
                .isEqualTo(Addressing.NONE);
    }

    @Test
    void aMistakeInTheAddressingIsToldWhereItStands() throws IOException {
        assertRefused(
                withLab("zookeeper: {connect: \"z\", addressing: {offset: 10, subnets: {a: 10.0.1.5/24}}}"),
                "4:69",
                "environments.lab.zookeeper.addressing.subnets.a is not what it must be",
                "10.0.1.5/24 is an address inside of a subnet; write 10.0.1.0/24");
        assertRefused(
                withLab("zookeeper: {connect: \"z\", addressing: {subnets: {a: 10.0.1.0/24}}}"),
                "4:43",
                "environments.lab.zookeeper.addressing.offset is not what it must be",
                "expected how far a zone's first server is behind the first address");
        assertRefused(
                withLab("zookeeper: {connect: \"z\", addressing: {offset: 10}}"),
                "4:43",
                "environments.lab.zookeeper.addressing.subnets is not what it must be",
                "expected a subnet for each zone, as in {a: 10.0.1.0/24}");
        assertRefused(
                withLab("zookeeper: {connect: \"z\", addressing: {servers: {one: 10.0.1.7}}}"),
                "4:54",
                "environments.lab.zookeeper.addressing.servers.one is not what it must be",
                "expected the id of a server, 1 to 255");
        assertRefused(
                withLab("zookeeper: {connect: \"z\", addressing: {ports: {client: 2888}, servers: {1: 10.0.1.7}}}"),
                "4:51",
                "environments.lab.zookeeper.addressing.ports.client is not what it must be",
                "quorum, election and client port must be three different ones");
        assertRefused(
                withLab(
                        "zookeeper: {connect: \"z\", addressing: {offset: 10, per-zone: 0, subnets: {a: 10.0.1.0/24}}}"),
                "4:66",
                "environments.lab.zookeeper.addressing.per-zone is not what it must be",
                "expected a whole number, 1 or more, found '0'");
    }

    @Test
    void aFleetToldInTwoWaysIsRefused() throws IOException {
        assertRefused(
                withLab("fleets: {old: {ids: [1], group: kafka}}"),
                "4:19",
                "environments.lab.fleets.old.ids is not what it must be",
                "expected exactly one of ids, group and tag");
    }

    @Test
    void aSecretThatStandsInTheFileIsRefusedAndNotRepeated() throws IOException {
        ProblemException refused = assertRefused(
                withLab("consul: {token: hunter2hunter2}"),
                "4:21",
                "environments.lab.consul.token is not what it must be",
                "expected a reference, ${env:NAME} or ${file:path}, found a value");

        assertThat(refused.problem().toString()).doesNotContain("hunter2");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        assertRefused("", "1:1", "the file is empty", "a mapping 'environments:' is expected");
    }

    @Test
    void aTabIsNamedForWhatItIs() throws IOException {
        assertRefused(
                "environments:\n\tlab:\n",
                "2:1",
                "this is not YAML",
                "the line begins with a tab; YAML is indented with spaces");
    }

    @Test
    void brokenSyntaxIsRefusedWhereItBreaks() throws IOException {
        assertRefused(
                """
                environments:
                  lab: {kafka: {bootstrap: "x:1"}
                  more: 1
                """,
                "3:3",
                "this is not YAML",
                "expected ',' or '}', but got <scalar>");
    }

    @Test
    void aKeyThatStandsTwiceIsRefused() throws IOException {
        assertRefused(
                """
                environments:
                  lab:
                    kafka: {bootstrap: "127.0.0.1:9092"}
                  lab:
                    kafka: {bootstrap: "127.0.0.2:9092"}
                """,
                "4:3",
                "environments.lab stands twice",
                "it is on line 2 already; keep one of the two");
    }

    @Test
    void anAliasIsRefused() throws IOException {
        assertRefused(
                """
                environments:
                  one: &kafka
                    kafka: {bootstrap: "127.0.0.1:9092"}
                  two: *kafka
                """,
                "4:8",
                "environments.two is an alias",
                "aliases (*kafka) are not read; write the value out");
    }

    @Test
    void aNameThatCouldNotBeAFileIsRefused() throws IOException {
        assertRefused(
                """
                environments:
                  "../lab":
                    kafka: {bootstrap: "127.0.0.1:9092"}
                """,
                "2:3",
                "'../lab' cannot name an environment",
                "expected letters, digits, dots, dashes and underscores, beginning with a letter or digit");
    }

    @Test
    void aFileThatDoesNotExistIsNamed() {
        Path missing = directory.resolve("nowhere.yaml");

        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> EnvironmentsFile.read(missing));

        assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.USAGE);
        assertThat(refused.problem().where()).isEqualTo(missing.toString());
        assertThat(refused.problem().why()).isEqualTo("there is no file " + missing);
    }

    @Test
    void aFileThatIsNoTextIsRefused() throws IOException {
        Path binary = directory.resolve("environments.yaml");
        Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> EnvironmentsFile.read(binary));

        assertThat(refused.problem().why()).isEqualTo("it is not UTF-8 text");
    }

    private static String withLab(String line) {
        return "environments:\n  lab:\n    kafka: {bootstrap: \"127.0.0.1:9092\"}\n    " + line + "\n";
    }

    private Environments read(String text) throws IOException {
        return EnvironmentsFile.read(write(text));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(directory.resolve("environments.yaml"), text, StandardCharsets.UTF_8);
    }

    private ProblemException assertRefused(String text, String position, String what, String why) throws IOException {
        Path file = write(text);

        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> EnvironmentsFile.read(file));

        assertThat(refused).as("must be refused").isNotNull();
        assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.USAGE);
        assertThat(refused.problem().what()).isEqualTo(what);
        assertThat(refused.problem().where()).isEqualTo(file + ":" + position);
        assertThat(refused.problem().why()).isEqualTo(why);
        return refused;
    }
}
