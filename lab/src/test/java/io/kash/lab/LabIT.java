package io.kash.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kash.lab.NodeState.Life;
import io.kash.lab.cluster.Placement;
import io.kash.lab.waiting.Deadline;
import io.kash.lab.waiting.Waiting;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The scenario {@code move}, as everybody gets it; one lab for all of these tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LabIT {
    /** Three times what two idle cores need. */
    private static final Duration BOUND = Duration.ofSeconds(60);

    private final long begun = System.nanoTime();
    private final Lab lab = Lab.start(LabSpec.move());
    private final Duration readyAfter = Duration.ofNanos(System.nanoTime() - begun);

    @AfterAll
    void stop() {
        lab.close();
    }

    @Test
    void it_is_ready_within_the_bound() {
        assertThat(readyAfter).isLessThan(BOUND);
    }

    @Test
    void every_topic_is_on_the_old_brokers_alone_internal_ones_included() {
        List<Placement> placements = lab.facts().placements();

        assertThat(placements)
                .extracting(Placement::topic)
                .contains("metrics", "events", "__consumer_offsets", "__transaction_state");
        assertThat(placements)
                .allSatisfy(
                        placement -> assertThat(placement.replicas()).hasSize(3).containsExactlyInAnyOrder(1, 2, 3));
    }

    @Test
    void new_brokers_are_registered_in_their_zones() {
        assertThat(lab.nodes())
                .filteredOn(state -> state.node().kind() == Node.Kind.NEW_BROKER)
                .extracting(
                        state -> state.node().name() + " " + state.node().zone().rack() + " " + state.life())
                .containsExactly("broker-11 a RUNNING", "broker-12 b RUNNING", "broker-13 c RUNNING");
    }

    @Test
    void the_product_is_told_where_the_cluster_is() {
        assertThat(lab.environmentsFile())
                .content()
                .contains(lab.clusterId(), lab.bootstrap(), lab.zookeeperConnect(), "new: {ids: [11, 12, 13]}");
    }

    @Test
    void kafkas_own_tools_can_be_run_against_it() {
        ToolRun run = lab.runTool(
                "org.apache.kafka.tools.TopicCommand",
                "--bootstrap-server",
                lab.bootstrap(),
                "--describe",
                "--under-replicated-partitions");

        assertThat(run.exitCode()).as(run.output()).isZero();
    }

    @Test
    void a_killed_broker_comes_back_with_its_data() {
        lab.kill("broker-2");
        assertThat(lifeOf("broker-2")).isEqualTo(Life.ENDED);

        lab.startNode("broker-2");

        assertThat(lifeOf("broker-2")).isEqualTo(Life.RUNNING);
        assertThat(Waiting.until(this::everythingIsInSync, Deadline.in(BOUND))).isTrue();
    }

    @Test
    void a_stopped_zookeeper_server_can_be_started_again() {
        lab.stop("zk-3");
        assertThat(lifeOf("zk-3")).isEqualTo(Life.ENDED);

        lab.startNode("zk-3");

        assertThat(lifeOf("zk-3")).isEqualTo(Life.RUNNING);
    }

    @Test
    void a_server_nobody_knows_is_named_with_those_there_are() {
        assertThatThrownBy(() -> lab.kill("broker-99"))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("no server broker-99")
                .hasMessageContaining("broker-11");
    }

    private boolean everythingIsInSync() {
        return lab.facts().placements().stream()
                .allMatch(placement ->
                        placement.inSync().size() == placement.replicas().size());
    }

    private Life lifeOf(String name) {
        return lab.nodes().stream()
                .filter(state -> state.node().name().equals(name))
                .findFirst()
                .orElseThrow()
                .life();
    }
}
