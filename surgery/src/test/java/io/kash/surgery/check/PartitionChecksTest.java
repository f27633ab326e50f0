package io.kash.surgery.check;

import static io.kash.surgery.fake.Clusters.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.fake.Clusters;
import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Finding.Severity;
import io.kash.surgery.plan.Snapshot;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartitionChecksTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "'1,2,3', 2, FULL",
                "'1,2',   1, UNDER_REPLICATED",
                "'1,2',   2, AT_MIN_ISR",
                "'1',     2, UNDER_MIN_ISR",
                "'',      2, OFFLINE",
                "'1,2,3', 3, FULL",
            })
    void health_follows_from_the_isr_and_its_minimum(String isr, int minInSync, Health expected) {
        var cluster = Clusters.of()
                .topic("payments", minInSync, ids(1, 2, 3))
                .isr("payments-0", numbers(isr))
                .cluster();

        var topic = cluster.topic("payments").orElseThrow();
        assertThat(Health.of(topic, topic.partitions().get(0))).isEqualTo(expected);
    }

    @Test
    void replicas_still_being_added_are_not_missed() {
        Clusters moving = Clusters.of().topic("payments", 2, ids(1, 2, 3)).reassigning("payments-0", 11, 12, 13);

        assertThat(UnwellPartition.of(moving.cluster())).isEmpty();
    }

    @Test
    void the_worst_partitions_come_first() {
        Clusters unwell =
                Clusters.oldAndNew().isr("orders-0", 1, 2).isr("payments-1", 2).isr("payments-2");

        assertThat(UnwellPartition.of(unwell.cluster()))
                .extracting(partition -> partition.name().toString())
                .containsExactly("payments-2", "payments-1", "orders-0");
    }

    @Test
    void partitions_without_a_leader_stop_every_plan() {
        assertThat(look(new OfflinePartitions(), Clusters.oldAndNew().isr("payments-2")))
                .containsExactly(Finding.refusal(
                        "1 partition without a leader: payments-2 (ISR none of 3,1,2)",
                        "every partition has a leader",
                        "start a broker of its ISR again; the ISR is what can bring it back without loss"));
    }

    @Test
    void partitions_under_min_isr_stop_every_plan() {
        assertThat(look(new UnderMinIsr(), Clusters.oldAndNew().isr("payments-2", 1)))
                .extracting(Finding::severity, Finding::what)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        Severity.REFUSAL, "1 partition under min.insync.replicas: payments-2 (ISR 1 of 3,1,2)"));
    }

    @Test
    void partitions_at_min_isr_are_a_warning_that_names_the_surviving_isr() {
        assertThat(look(new AtMinIsr(), Clusters.oldAndNew().dead(3)))
                .extracting(Finding::severity, Finding::what)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        Severity.WARNING,
                        "5 partitions at min.insync.replicas: orders-0 (ISR 1,2 of 1,2,3),"
                                + " orders-1 (ISR 2,1 of 2,3,1), payments-0 (ISR 1,2 of 1,2,3) and 2 more"));
    }

    @Test
    void a_healthy_cluster_has_nothing_to_say() {
        for (Check check : List.of(new OfflinePartitions(), new UnderMinIsr(), new AtMinIsr())) {
            assertThat(look(check, Clusters.oldAndNew())).isEmpty();
        }
    }

    private static List<Finding> look(Check check, Clusters clusters) {
        return check.look(Snapshot.of(Clusters.NOW, clusters.cluster(), clusters.disks()));
    }

    private static int[] numbers(String text) {
        return Arrays.stream(text.split(","))
                .filter(word -> !word.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
