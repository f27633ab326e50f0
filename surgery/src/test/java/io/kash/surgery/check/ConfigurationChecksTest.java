package io.kash.surgery.check;

import static io.kash.surgery.fake.Clusters.GIB;
import static io.kash.surgery.fake.Clusters.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.fake.Clusters;
import io.kash.surgery.kafka.Disks.LogDir;
import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Finding.Severity;
import io.kash.surgery.plan.Snapshot;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigurationChecksTest {
    static Stream<Arguments> findings() {
        return Stream.of(
                Arguments.of(
                        new MixedRacks(),
                        Clusters.oldAndNew().broker(14, Optional.empty(), false),
                        Severity.REFUSAL,
                        "1 broker without a rack among brokers with one: 14"),
                Arguments.of(
                        new UncleanElection(),
                        Clusters.oldAndNew().unclean("orders"),
                        Severity.REFUSAL,
                        "1 topic with unclean.leader.election.enable=true: orders"),
                Arguments.of(
                        new SingleReplicas(),
                        Clusters.oldAndNew().topic("debug", 1, ids(1)),
                        Severity.WARNING,
                        "1 topic with one replica: debug"),
                Arguments.of(
                        new NoSpareReplica(),
                        Clusters.oldAndNew().topic("audit", 2, ids(1, 2)).topic("debug", 1, ids(1)),
                        Severity.WARNING,
                        "1 topic with no more replicas than min.insync.replicas: audit"),
                Arguments.of(
                        new FullDisks(),
                        Clusters.oldAndNew().disk(4, 100 * GIB, 24 * GIB).disk(5, 100 * GIB, 25 * GIB),
                        Severity.WARNING,
                        "1 disk above 75 %: broker 4 /var/kafka (76 %)"),
                Arguments.of(
                        new OfflineLogDirs(),
                        Clusters.oldAndNew()
                                .dir(4, new LogDir("/disk2", OptionalLong.empty(), OptionalLong.empty(), "I/O error")),
                        Severity.WARNING,
                        "1 log directory offline: broker 4 /disk2 (I/O error)"));
    }

    @ParameterizedTest
    @MethodSource("findings")
    void what_is_less_safe_than_it_should_be_is_named(Check check, Clusters clusters, Severity severity, String what) {
        assertThat(check.look(Snapshot.of(Clusters.NOW, clusters.cluster(), clusters.disks())))
                .extracting(Finding::severity, Finding::what)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(severity, what));
    }

    @ParameterizedTest
    @MethodSource("findings")
    void a_safe_cluster_has_nothing_to_say(Check check) {
        Clusters safe = Clusters.oldAndNew();

        assertThat(check.look(Snapshot.of(Clusters.NOW, safe.cluster(), safe.disks())))
                .isEmpty();
    }

    @Test
    void a_cluster_without_any_rack_is_not_mixed() {
        Clusters none = Clusters.of().broker(1, Optional.empty(), false).broker(2, Optional.empty(), false);

        assertThat(new MixedRacks().look(Snapshot.of(Clusters.NOW, none.cluster())))
                .isEmpty();
    }
}
