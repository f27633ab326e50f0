package io.kash.surgery.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.lab.Lab;
import io.kash.lab.LabSpec;
import io.kash.lab.TopicSpec;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.Protection;
import io.kash.surgery.environment.References;
import io.kash.surgery.fake.Clusters;
import io.kash.surgery.fake.SampleEnvironment;
import io.kash.surgery.traffic.CanaryLine.Phase;
import io.kash.surgery.traffic.Claim.Verdict;
import io.kash.surgery.traffic.client.KafkaCanaryTopic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Canaries on real brokers, and what they say when records they had acknowledged are taken away. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class CanaryIT {
    private static final Duration AT_MOST = Duration.ofSeconds(30);

    private Lab lab;
    private Admin admin;

    @BeforeAll
    void start() {
        lab = Lab.start(LabSpec.bare()
                .withTopics(
                        List.of(new TopicSpec("kept", 1, 0), new TopicSpec("cut", 1, 0), new TopicSpec("lone", 1, 0))));
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, lab.bootstrap()));
    }

    @AfterAll
    void stop() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(5));
        }
        if (lab != null) {
            lab.close();
        }
    }

    @Test
    void everyAcknowledgedRecordIsReadBackOnceAndInOrder() {
        CanaryAccount account = account("kept", () -> {});

        assertThat(account.acknowledged()).isEqualTo(50);
        assertThat(CanaryClaims.of(Optional.of(account), "")).allMatch(claim -> claim.verdict() == Verdict.HOLDS);
        assertThat(account.slowestMillis()).isLessThan(AT_MOST.toMillis());
    }

    @Test
    void recordsThatAreGoneAreNamedAndTheClaimIsBroken() {
        CanaryAccount account = account("cut", () -> delete("cut", 20));

        Claim claim = CanaryClaims.of(Optional.of(account), "").get(0);

        assertThat(claim.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(claim.facts().get(0))
                .startsWith("cut-0 lacks 20 acknowledged records of run")
                .endsWith(": numbers 0-19");
        assertThat(account.accountedFor()).isEqualTo(30);
    }

    @Test
    void aCanaryThatIsToldToWriteWhereNobodyLeadsKnowsNoVerdictAndClaimsNone() {
        AtomicReference<CanaryTopic.Fate> fate = new AtomicReference<>();
        try (CanaryTopic topic = open("lone")) {
            topic.send(7, "no such partition", fate::set);
            topic.settle(AT_MOST);
        }

        assertThat(fate.get()).isEqualTo(CanaryTopic.Fate.UNKNOWN);
    }

    private CanaryAccount account(String name, Runnable meanwhile) {
        SortedMap<Integer, Long> starts = new TreeMap<>(Map.of(0, end(name)));
        try (CanaryTopic topic = open(name)) {
            Canary canary = new Canary("6f1c", topic, starts, System::nanoTime);
            for (int beat = 0; beat < 50; beat++) {
                canary.beat();
            }
            topic.settle(AT_MOST);
            meanwhile.run();
            Reconciliation reconciliation = new Reconciliation(List.of(canary.line(Phase.ENDED, Clusters.NOW)));
            boolean whole = topic.read(reconciliation.from(), reconciliation, AT_MOST);
            assertThat(whole).as("read back whole").isTrue();
            return reconciliation.account(name, whole, List.of());
        }
    }

    private CanaryTopic open(String name) {
        Environment environment =
                SampleEnvironment.of("lab", Protection.NONE, lab.bootstrap()).done();
        return KafkaCanaryTopic.opener(References.ofProcess()).open(environment, name);
    }

    private long end(String topic) {
        try {
            return admin.listOffsets(
                            Map.of(new TopicPartition(topic, 0), org.apache.kafka.clients.admin.OffsetSpec.latest()))
                    .partitionResult(new TopicPartition(topic, 0))
                    .get()
                    .offset();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private void delete(String topic, int records) {
        TopicPartition partition = new TopicPartition(topic, 0);
        try {
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(end(topic) - 50 + records)))
                    .all()
                    .get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
