package io.kash.surgery.naming.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.consul.client.RealConsul;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.References;
import io.kash.surgery.fake.OpenFence;
import io.kash.surgery.fake.SampleEnvironment;
import io.kash.surgery.fake.SampleEnvironments;
import io.kash.surgery.naming.HideInstance;
import io.kash.surgery.naming.Name;
import io.kash.surgery.naming.Names;
import io.kash.surgery.naming.NamesLook;
import io.kash.surgery.operation.Engine;
import io.kash.surgery.operation.PartReader;
import io.kash.surgery.operation.Reply;
import io.kash.surgery.plan.Look;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Names of services, as a real Consul has them. */
@EnabledIf(value = "io.kash.surgery.consul.client.RealConsul#isThere", disabledReason = "there is no Consul")
class ConsulNamesIT {
    private static final String NAME = "zookeeper.service.consul";

    @TempDir
    Path folder;

    private RealConsul consul;
    private Engine naming;

    @BeforeEach
    void threeInstancesThatPass() {
        consul = RealConsul.start(folder);
        for (int id = 1; id <= 3; id++) {
            consul.register("zookeeper", "zk-" + id, "10.0." + id + ".10");
        }
        naming = naming(consul.address());
    }

    private static Engine naming(String address) {
        Environment environment = SampleEnvironment.like(SampleEnvironments.lab())
                .consul(Optional.of(new Environment.Consul(address, Optional.empty())))
                .done();
        return new NamingEngine(environment, new References(name -> Optional.empty()), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        naming.close();
        consul.close();
    }

    private Name look(String host) {
        return read(naming.readers().get(0), NamesLook.at(List.of(host)))
                .of(host)
                .orElseThrow();
    }

    private static <L extends Look> Names read(PartReader<L> reader, Look look) {
        return (Names) reader.read(reader.answers().cast(look));
    }

    private Reply apply(HideInstance hide) {
        return Objects.requireNonNull(naming.hands().get(HideInstance.class)).apply(hide, new OpenFence());
    }

    @Test
    void a_name_stands_for_the_instances_that_pass() {
        consul.put(
                "/v1/agent/service/register",
                """
                {"Name": "zookeeper", "ID": "zk-4", "Address": "10.0.4.10", "Port": 2181,
                 "Check": {"TTL": "10m", "Status": "critical"}}""");

        Name name = look(NAME);

        assertThat(name.addresses()).containsExactly("10.0.1.10", "10.0.2.10", "10.0.3.10");
        assertThat(name.managed()).isTrue();
        assertThat(name.problem()).isEmpty();
        assertThat(look(NAME).since()).as("nothing has changed").isEqualTo(name.since());
    }

    @Test
    void an_instance_that_is_hidden_is_behind_the_name_no_more_and_consul_keeps_the_reason() {
        Name before = look(NAME);

        assertThat(apply(new HideInstance(NAME, "10.0.2.10", "it leaves"))).isInstanceOf(Reply.Accepted.class);

        assertThat(look(NAME).addresses()).containsExactly("10.0.1.10", "10.0.3.10");
        assertThat(look(NAME).since()).isAfter(before.since());
        assertThat(consul.get("/v1/agent/checks")).contains("it leaves");
    }

    @Test
    void hiding_what_is_not_there_is_refused() {
        assertThat(apply(new HideInstance(NAME, "10.0.9.10", "it leaves")))
                .isEqualTo(new Reply.Rejected(Map.of(NAME, "Consul knows no instance at 10.0.9.10")));
    }

    @Test
    void a_service_without_instances_and_a_consul_without_an_answer_are_two_things() {
        assertThat(look("nothing.service.consul").addresses()).isEmpty();
        assertThat(look("nothing.service.consul").problem()).isEmpty();
        consul.pause();

        Name silent = look(NAME);

        consul.resume();
        assertThat(silent.addresses()).isEmpty();
        assertThat(silent.problem()).startsWith("Consul at http://127.0.0.1:");
    }

    @Test
    void other_names_are_resolved_by_this_machine() {
        Name local = look("localhost");

        assertThat(local.addresses()).contains("127.0.0.1");
        assertThat(local.managed()).isFalse();
        assertThat(look("no-such-host.invalid").problem()).isEqualTo("this machine does not know the name");
    }
}
