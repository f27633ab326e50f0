package io.kash.surgery.addressing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RenderingTest {
    private static final ServerPlace ONE = new ServerPlace(1, Optional.empty(), "zk-1.internal", Ports.USUAL);
    private static final ServerPlace FOUR = new ServerPlace(4, Optional.of("a"), "10.0.1.10", Ports.USUAL);
    private static final ServerPlace FIVE =
            new ServerPlace(5, Optional.of("b"), "10.0.2.10", new Ports(2889, 3889, 2182));
    private static final Lists LISTS = new Lists(List.of(ONE), List.of(FOUR, FIVE));
    private static final KafkaProperties KAFKA = new KafkaProperties("/kafka");

    @Test
    void a_server_of_the_final_list_gets_every_member_with_its_client_address() {
        assertThat(file(new ZooCfg("/data/zk", true), ServerList.FINAL, 0))
                .isEqualTo(
                        """
                # Server 4, zone a, final list. Its myid file holds 4.
                tickTime=2000
                initLimit=10
                syncLimit=5
                dataDir=/data/zk
                4lw.commands.whitelist=srvr, mntr, conf, cons, ruok
                reconfigEnabled=true
                standaloneEnabled=false
                server.4=10.0.1.10:2888:3888:participant;10.0.1.10:2181
                server.5=10.0.2.10:2889:3889:participant;10.0.2.10:2182
                """);
    }

    @Test
    void a_server_that_joins_gets_the_old_ones_and_itself_as_an_observer_and_creates_no_database() {
        assertThat(file(new ZooCfg("/data/zk", true), ServerList.JOINT, 2))
                .isEqualTo(
                        """
                # Server 5, zone b, joint list. Its myid file holds 5.
                tickTime=2000
                initLimit=10
                syncLimit=5
                dataDir=/data/zk
                4lw.commands.whitelist=srvr, mntr, conf, cons, ruok
                reconfigEnabled=true
                standaloneEnabled=false
                # An empty database of its own must never win over the ensemble's.
                db.autocreate=false
                server.1=zk-1.internal:2888:3888:participant;zk-1.internal:2181
                server.5=10.0.2.10:2889:3889:observer;10.0.2.10:2182
                """);
    }

    @Test
    void an_old_server_of_the_joint_list_gets_all_of_them() {
        assertThat(file(new ZooCfg("/data/zk", true), ServerList.JOINT, 0))
                .endsWith(
                        """
                standaloneEnabled=false
                server.1=zk-1.internal:2888:3888:participant;zk-1.internal:2181
                server.4=10.0.1.10:2888:3888:participant;10.0.1.10:2181
                server.5=10.0.2.10:2889:3889:participant;10.0.2.10:2182
                """);
    }

    @Test
    void a_static_file_has_nothing_that_3_4_does_not_know_and_joiners_follow_one_another() {
        ZooCfg form = new ZooCfg("/data/zk", false);

        assertThat(file(form, ServerList.JOINT, 2))
                .endsWith(
                        """
                clientPort=2182
                clientPortAddress=10.0.2.10
                # An empty database of its own must never win over the ensemble's.
                db.autocreate=false
                server.1=zk-1.internal:2888:3888
                server.4=10.0.1.10:2888:3888
                server.5=10.0.2.10:2889:3889
                """);
        assertThat(file(form, ServerList.JOINT, 1)).contains("server.4=").doesNotContain("server.5=");
        assertThat(file(form, ServerList.OLD, 0))
                .as("a name has no address to bind to")
                .endsWith("clientPort=2181\nserver.1=zk-1.internal:2888:3888\n");
    }

    @Test
    void brokers_get_every_server_and_the_chroot() {
        assertThat(KAFKA.render(LISTS, ServerList.JOINT))
                .extracting(Rendered::content)
                .containsExactly("zookeeper.connect=zk-1.internal:2181,10.0.1.10:2181,10.0.2.10:2182/kafka\n");
    }

    @Test
    void chef_gets_attributes_of_each_node() {
        assertThat(file(new ChefAttributes(KAFKA), ServerList.FINAL, 0))
                .isEqualTo(
                        """
                {
                  "zookeeper" : {
                    "myid" : 4,
                    "connect" : "10.0.1.10:2181,10.0.2.10:2182/kafka",
                    "servers" : [
                      {
                        "id" : 4,
                        "zone" : "a",
                        "address" : "10.0.1.10",
                        "quorum_port" : 2888,
                        "election_port" : 3888,
                        "client_port" : 2181
                      },
                      {
                        "id" : 5,
                        "zone" : "b",
                        "address" : "10.0.2.10",
                        "quorum_port" : 2889,
                        "election_port" : 3889,
                        "client_port" : 2182
                      }
                    ]
                  }
                }
                """);
    }

    @Test
    void terraform_gets_a_map_by_id_of_the_types_its_variables_have() throws Exception {
        JsonNode variables = new ObjectMapper().readTree(file(new TerraformVariables(KAFKA), ServerList.JOINT, 0));

        assertThat(variables.path("zookeeper_connect").asText())
                .isEqualTo("zk-1.internal:2181,10.0.1.10:2181,10.0.2.10:2182/kafka");
        assertThat(variables.path("zookeeper_servers").properties()).hasSize(3).allSatisfy(entry -> {
            JsonNode server = entry.getValue();
            assertThat(server.path("id").asText()).isEqualTo(entry.getKey());
            assertThat(server.path("id").isInt()).isTrue();
            assertThat(server.path("zone").isTextual() || server.path("zone").isNull())
                    .isTrue();
            assertThat(server.path("address").isTextual()).isTrue();
            assertThat(server.path("quorum_port").isInt()).isTrue();
            assertThat(server.path("election_port").isInt()).isTrue();
            assertThat(server.path("client_port").isInt()).isTrue();
            assertThat(server.size()).isEqualTo(6);
        });
    }

    @Test
    void each_server_has_a_file_where_files_differ_and_all_share_one_where_they_do_not() {
        assertThat(new ZooCfg("/data", true).render(LISTS, ServerList.JOINT))
                .extracting(file -> file.server().orElse(0))
                .containsExactly(1, 4, 5);
        assertThat(new TerraformVariables(KAFKA).render(LISTS, ServerList.JOINT))
                .extracting(Rendered::name)
                .containsExactly("zookeeper.auto.tfvars.json");
    }

    private static String file(Rendering form, ServerList list, int place) {
        return form.render(LISTS, list).get(place).content();
    }
}
