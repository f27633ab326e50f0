package io.kash.shell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.lab.cluster.Clients;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main job, done by the product, judged by what the brokers say afterwards. One cluster serves all tests of a class;
 * each begins by placing partitions where it wants them.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(360)
public abstract class MoveSuite {
    private static final int DONE = 0;
    private static final int CHANGES_PENDING = 2;
    private static final int DECLINED = 3;
    private static final int USAGE = 64;

    private TestCluster cluster;
    private Admin admin;
    private Product product;
    private KafkaTools kafka;

    /**
     * Starts the cluster; it is closed after the last test.
     *
     * @param folder for its files
     */
    protected abstract TestCluster start(Path folder);

    @BeforeAll
    @Timeout(300)
    final void startCluster(@TempDir Path folder) {
        cluster = start(folder);
        admin = new Clients(cluster.bootstrap()).admin();
        product = new Product(cluster.environmentsFile(), cluster.environment(), folder);
        kafka = new KafkaTools(cluster.bootstrap(), folder);
    }

    @AfterAll
    final void closeCluster() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(5));
        }
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void a_dry_run_changes_nothing_and_exits_2_when_there_is_work() {
        ClusterState before = placing().everythingOn(cluster.oldIds());

        Result result = product.run("topics", "move", "--to-new", "--dry-run");

        assertThat(result.code()).as("%s", result).isEqualTo(CHANGES_PENDING);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void without_consent_nothing_changes() {
        ClusterState before = placing().everythingOn(cluster.oldIds());

        Result result = product.run("topics", "move", "--to-new");

        assertThat(result.code()).as("%s", result).isEqualTo(DECLINED);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void a_move_to_the_new_brokers_leaves_nothing_on_the_old_ones() {
        ClusterState before = placing().everythingOn(cluster.oldIds());

        Result result = product.run("topics", "move", "--to-new", confirmed());

        assertThat(result.code()).as("%s", result).isEqualTo(DONE);
        ClusterState after = state();
        assertThat(after.replicasOn(cluster.oldIds())).isZero();
        assertThat(after.replicasOn(cluster.newIds())).isPositive().isEqualTo(before.replicasOn(cluster.oldIds()));
        assertFinished(after, before);
        kafka.seeNoReplicaOn(cluster.oldIds());
        kafka.seeNothingLeftToDo();
    }

    @Test
    void a_move_that_is_done_already_has_nothing_to_do() {
        ClusterState before = placing().everythingOn(cluster.newIds());

        Result result = product.run("topics", "move", "--to-new", confirmed());

        assertThat(result.code()).as("%s", result).isEqualTo(DONE);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void a_drained_broker_holds_nothing_and_the_others_kept_what_they_had() {
        ClusterState before = placing().everythingOn(cluster.oldIds());
        int drained = cluster.oldIds().get(0);

        Result result = product.run("drain", String.valueOf(drained), confirmed());

        assertThat(result.code()).as("%s", result).isEqualTo(DONE);
        ClusterState after = state();
        assertThat(after.replicasOn(List.of(drained))).isZero();
        List<Integer> others = cluster.oldIds().stream().skip(1).toList();
        assertThat(after.replicasOn(others)).isEqualTo(before.replicasOn(others));
        assertFinished(after, before);
        kafka.seeNoReplicaOn(List.of(drained));
        kafka.seeNothingLeftToDo();
    }

    @Test
    void draining_a_broker_nobody_knows_is_a_usage_error_and_changes_nothing() {
        ClusterState before = state();

        Result result = product.run("drain", "99", confirmed());

        assertThat(result.code()).as("%s", result).isEqualTo(USAGE);
        assertThat(state()).isEqualTo(before);
    }

    /** What every change has to leave behind. */
    private static void assertFinished(ClusterState after, ClusterState before) {
        assertThat(after.reassigning()).isEmpty();
        assertThat(after.throttles()).isEmpty();
        assertThat(after.partitions()).extracting(Partition::name).isEqualTo(names(before));
        assertThat(after.partitions()).allMatch(Partition::whole, "ISR is complete");
        assertThat(after.partitions()).allMatch(Partition::ledByPreferred, "the preferred replica leads");
        assertThat(after.partitions()).allMatch(Partition::racksApart, "replicas are in different racks");
        assertThat(after.partitions())
                .allMatch(partition -> partition.replicas().size() == 3, "the replication factor is kept");
        assertThat(after.ends()).isEqualTo(before.ends());
    }

    private static List<String> names(ClusterState state) {
        return state.partitions().stream().map(Partition::name).toList();
    }

    private String confirmed() {
        return "--confirm=" + cluster.environment();
    }

    private Placing placing() {
        return new Placing(admin, cluster.bootstrap());
    }

    private ClusterState state() {
        return ClusterState.settled(admin, cluster.bootstrap());
    }
}
