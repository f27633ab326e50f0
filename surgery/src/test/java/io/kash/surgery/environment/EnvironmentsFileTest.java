package io.kash.surgery.environment;

import static io.kash.surgery.environment.WrittenFile.withLab;
import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.addressing.ServerPlace;
import io.kash.surgery.environment.Environment.Consul;
import io.kash.surgery.environment.Environment.Fleet;
import io.kash.surgery.environment.Environment.Limits;
import io.kash.surgery.environment.Environment.StoreKind;
import io.kash.surgery.environment.Environment.ZooKeeper;
import io.kash.surgery.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an environment may say, and how a mistake in it is told. */
class EnvironmentsFileTest {
    private final WrittenFile file;

    EnvironmentsFileTest(@TempDir Path directory) {
        file = new WrittenFile(directory);
    }

    @Test
    void everyKeyOfTheFullSampleIsRead() throws IOException {
        Environment production = file.read(
                        """
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
                        Optional.of(
                                file.directory().resolve("client.properties").toString()),
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
    void aHookIsToldNothingButWhichServerItIsFor() throws IOException {
        file.assertRefused(
                withLab("hooks: {restart: [curl, \"${env:TOKEN}\"]}"),
                "4:29",
                "environments.lab.hooks.restart is not what it must be",
                "it names ${env:TOKEN}; a hook is told ${kind}, ${id} and ${host}, and no secrets: its words are shown");
    }

    @Test
    void aHookIsAProgram() throws IOException {
        file.assertRefused(
                withLab("hooks: {stop: []}"),
                "4:12",
                "environments.lab.hooks.stop is not what it must be",
                "expected a program and its arguments, found none");
    }

    @Test
    void aStoreThatTheEnvironmentDoesNotHaveIsRefused() throws IOException {
        file.assertRefused(
                withLab("coordination: consul"),
                "4:19",
                "environments.lab.coordination is not what it must be",
                "this environment has no section 'consul'");
    }

    @Test
    void anOperatorsKeyMustBeOne() throws IOException {
        file.assertRefused(
                withLab("operators: {ada: hunter2}"),
                "4:22",
                "environments.lab.operators.ada is not what it must be",
                "expected a public key as 'kash operator init' prints it, found 'hunter2'");
    }

    @Test
    void aBootstrapIsEnoughAndTheProtectionIsThenTheName() throws IOException {
        Environment least = file.read(
                        """
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
    void aConsulBootstrapIsAcceptedByTheFile() throws IOException {
        assertThat(file.read(
                                """
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
    void anUnknownProtectionIsRefusedWithThoseThereAre() throws IOException {
        file.assertRefused(
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
        file.assertRefused(
                withLab("limits: {throttle: fast}"),
                "4:24",
                "environments.lab.limits.throttle is not what it must be",
                "'fast' is not a rate; write it like 80MB/s or 512KiB/s");
    }

    @Test
    void aShareAboveTheWholeIsRefused() throws IOException {
        file.assertRefused(
                withLab("limits: {disk-free: 110%}"),
                "4:25",
                "environments.lab.limits.disk-free is not what it must be",
                "'110%' is not a percentage; write 0% to 100%");
    }

    @Test
    void aSecretThatStandsInTheFileIsRefusedAndNotRepeated() throws IOException {
        ProblemException refused = file.assertRefused(
                withLab("consul: {token: hunter2hunter2}"),
                "4:21",
                "environments.lab.consul.token is not what it must be",
                "expected a reference, ${env:NAME} or ${file:path}, found a value");

        assertThat(refused.problem().toString()).doesNotContain("hunter2");
    }
}
