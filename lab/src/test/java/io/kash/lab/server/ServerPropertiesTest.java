package io.kash.lab.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.lab.ExtraListener;
import io.kash.lab.LabSpec;
import io.kash.lab.Mode;
import io.kash.lab.address.AddressPlan;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ServerPropertiesTest {
    private static final Path DIRECTORY = Path.of("/lab/nodes/x");

    @Test
    void a_broker_is_told_its_rack_and_where_the_ensemble_is() {
        Map<String, String> properties = broker(LabSpec.bare(), 2);

        assertThat(properties)
                .containsEntry("broker.id", "2")
                .containsEntry("broker.rack", "b")
                .containsEntry("zookeeper.connect", "127.60.1.11:2181,127.60.2.11:2181,127.60.3.11:2181")
                .containsEntry("listeners", "PLAINTEXT://127.60.2.21:9092")
                .containsEntry("min.insync.replicas", "2")
                .containsEntry("auto.create.topics.enable", "false");
    }

    @Test
    void what_a_test_asks_for_goes_over_the_labs_own_and_knows_the_broker() {
        LabSpec spec = LabSpec.bare()
                .withBrokerProperty("num.io.threads", "7")
                .withBrokerProperty("some.file", "${directory}/${id}@${host}");

        assertThat(broker(spec, 1))
                .containsEntry("num.io.threads", "7")
                .containsEntry("some.file", "/lab/nodes/x/1@127.60.1.21");
    }

    @Test
    void an_extra_listener_stands_beside_the_plain_one() {
        LabSpec spec = LabSpec.bare().withExtraListener(new ExtraListener("SECURE", "SASL_SSL"));

        assertThat(broker(spec, 1))
                .containsEntry("listeners", "PLAINTEXT://127.60.1.21:9092,SECURE://127.60.1.21:9094")
                .containsEntry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,SECURE:SASL_SSL")
                .containsEntry("inter.broker.listener.name", "PLAINTEXT");
    }

    @Test
    void without_zookeeper_a_broker_only_knows_the_controllers() {
        assertThat(broker(LabSpec.bare().withMode(Mode.KRAFT), 1))
                .doesNotContainKeys("broker.id", "zookeeper.connect")
                .containsEntry("process.roles", "broker")
                .containsEntry(
                        "controller.quorum.bootstrap.servers", "127.60.1.16:9093,127.60.2.16:9093,127.60.3.16:9093");
    }

    @Test
    void one_old_broker_alone_has_one_replica() {
        assertThat(broker(LabSpec.bare().withOldBrokers(1), 1))
                .containsEntry("default.replication.factor", "1")
                .containsEntry("min.insync.replicas", "1");
    }

    @Test
    void a_zookeeper_server_that_is_to_join_knows_the_members_and_itself_as_an_observer() {
        Map<String, String> properties = zooKeeper(LabSpec.bare().withNewQuorum(3), 0);

        assertThat(properties)
                .containsEntry("server.1", "127.60.1.11:2888:3888:participant;127.60.1.11:2181")
                .containsEntry("server.3", "127.60.3.11:2888:3888:participant;127.60.3.11:2181")
                .containsEntry("server.4", "127.60.1.12:2888:3888:observer;127.60.1.12:2181")
                .containsEntry("reconfigEnabled", "true")
                .doesNotContainKeys("server.5", "server.6", "clientPort");
    }

    @Test
    void zookeeper_3_4_is_told_its_port_apart_and_nothing_of_reconfiguration() {
        Map<String, String> properties =
                zooKeeper(LabSpec.bare().withNewQuorum(1).withZooKeeper("3.4.14"), 0);

        assertThat(properties)
                .containsEntry("server.1", "127.60.1.11:2888:3888")
                .containsEntry("server.4", "127.60.1.12:2888:3888:observer")
                .containsEntry("peerType", "observer")
                .containsEntry("clientPort", "2181")
                .containsEntry("clientPortAddress", "127.60.1.12")
                .doesNotContainKeys("reconfigEnabled", "standaloneEnabled");
    }

    @Test
    void an_ensemble_without_reconfiguration_is_told_so() {
        assertThat(zooKeeper(LabSpec.bare().withNewQuorum(1).withoutReconfiguration(), 0))
                .containsEntry("reconfigEnabled", "false")
                .containsEntry("server.4", "127.60.1.12:2888:3888:observer;127.60.1.12:2181");
    }

    private static Map<String, String> zooKeeper(LabSpec spec, int index) {
        Roster roster = new Roster(spec, new AddressPlan(60, true));
        return new ServerProperties(roster)
                .of(roster.newQuorum(spec.newQuorum()).get(index), DIRECTORY);
    }

    private static Map<String, String> broker(LabSpec spec, int id) {
        Roster roster = new Roster(spec, new AddressPlan(60, true));
        return new ServerProperties(roster).of(roster.broker(id), DIRECTORY);
    }
}
