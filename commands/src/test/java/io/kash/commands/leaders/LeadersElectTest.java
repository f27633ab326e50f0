package io.kash.commands.leaders;

import static io.kash.surgery.fake.SimulatedCluster.broker;
import static io.kash.surgery.fake.SimulatedCluster.brokers;
import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.fake.Workplace;
import io.kash.commands.verb.Outcome;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.leadership.ElectRequest;
import io.kash.surgery.problem.Problem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeadersElectTest {
    private final SimulatedCluster cluster = Workplace.oldAndNew();
    private final Workplace lab = Workplace.of(cluster).answering("yes");

    private void ledBy(int leader, int... inSync) {
        cluster.put(Partition.at(
                new TopicPartition("orders", 0), brokers(1, 2, 3), brokers(inSync), Optional.of(broker(leader))));
    }

    @Test
    void the_preview_names_every_leader_and_says_that_there_is_no_way_back() {
        ledBy(2, 1, 2, 3);

        assertThat(lab.run("leaders elect --dry-run")).isEqualTo(Outcome.CHANGES_PENDING);

        assertThat(lab.notes())
                .isEqualTo(
                        """

                  Environment  lab (confirm)   cluster cluster-1   controller 1
                  Observed     14:02:08Z · 0 under-replicated · 0 reassignments

                  * elect     1 leader   preferred leaders

                  PARTITION  REPLICAS  LEADER
                  orders-0   1a,2b,3c  2 → 1

                  Plan HASH · cannot be undone: leaders that were not the preferred ones are nothing to go back to
                  Its journal is kept on this machine: nobody else can see or resume it.
                Dry run: nothing was changed.
                """
                                .replace("HASH", lab.hash(new ElectRequest("leaders elect", List.of()))));
    }

    @Test
    void it_is_done_when_the_preferred_replicas_lead() {
        ledBy(2, 1, 2, 3);

        assertThat(lab.run("leaders elect")).isEqualTo(Outcome.DONE);

        assertThat(lab.data())
                .isEqualTo(
                        """
                  1 of 1 partition led by the preferred replica
                  0 reassignments listed
                Done and verified: ID leaders elect
                """
                                .replace("ID", lab.operation().id().toString()));
    }

    @Test
    void a_preferred_replica_that_is_not_in_sync_is_refused() {
        ledBy(2, 2, 3);

        assertThat(lab.run("leaders elect")).isEqualTo(Outcome.REFUSED);

        assertThat(lab.notes())
                .isEqualTo(
                        """
                Refused, nothing was changed:
                  x orders-0: its preferred leader, broker 1, is not in sync
                      limit  only a replica in sync may lead, or records are lost
                      lift   wait until it has caught up, or leave the topic out with --topics
                """);
    }

    @Test
    void topics_that_are_not_there_are_an_error_of_the_words() {
        assertThat(lab.problem("leaders elect --topics invoices-*"))
                .isEqualTo(Problem.usage(
                        "no topic matches invoices-*", "leaders elect", "there are 2 topics", "topics list"));
    }
}
