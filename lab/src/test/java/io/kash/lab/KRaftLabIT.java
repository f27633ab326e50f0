package io.kash.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.lab.address.Addressing;
import io.kash.lab.cluster.Clients;
import io.kash.lab.traffic.TrafficReport;
import io.kash.lab.waiting.Deadline;
import io.kash.lab.waiting.Waiting;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The same cluster without ZooKeeper, on a system that has one loopback address. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KRaftLabIT {
    private final Lab lab = Lab.start(SmallLab.withTraffic()
            .withMode(Mode.KRAFT)
            .withAddressing(Addressing.ONE_ADDRESS)
            .withExtraListener(new ExtraListener("SECOND", "PLAINTEXT")));

    @AfterAll
    void stop() {
        lab.close();
    }

    @Test
    void its_controllers_form_a_dynamic_quorum() throws Exception {
        try (Admin admin = new Clients(lab.bootstrap()).admin()) {
            var quorum = admin.describeMetadataQuorum().quorumInfo().get(30, TimeUnit.SECONDS);
            var features = admin.describeFeatures().featureMetadata().get(30, TimeUnit.SECONDS);

            assertThat(quorum.voters()).extracting(voter -> voter.replicaId()).containsExactlyInAnyOrder(101, 102, 103);
            assertThat(features.finalizedFeatures().get("kraft.version"))
                    .satisfies(version -> assertThat(version.maxVersionLevel()).isEqualTo((short) 1));
        }
    }

    @Test
    void the_extra_listener_answers() throws Exception {
        try (Admin admin = new Clients(lab.bootstrap("SECOND")).admin()) {
            assertThat(admin.describeCluster().clusterId().get(30, TimeUnit.SECONDS))
                    .isEqualTo(lab.clusterId());
        }
    }

    @Test
    void clients_notice_nothing_of_a_broker_that_joins_and_one_that_restarts() {
        lab.startNewBrokers(1);
        lab.stop("broker-3");
        lab.startNode("broker-3");
        long before = lab.traffic().soFar().acked();
        assertThat(Waiting.until(
                        () -> lab.traffic().soFar().acked() > before + 100, Deadline.in(Duration.ofSeconds(30))))
                .isTrue();

        TrafficReport report = lab.traffic().finish();

        assertThat(report.lost()).isZero();
        assertThat(report.produceErrors()).as(report.toString()).isZero();
        assertThat(report.offsetsWentBack()).isEmpty();
        assertThat(report.acked()).isGreaterThan(100);
        assertThat(report.consumed()).isPositive();
    }
}
