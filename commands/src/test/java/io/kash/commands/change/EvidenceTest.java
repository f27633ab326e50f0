package io.kash.commands.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.fake.Workplace;
import io.kash.commands.verb.Outcome;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.kafka.Throttles;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    private final SimulatedCluster cluster = Workplace.oldAndNew();
    private final Workplace lab = Workplace.of(cluster).answering("yes");

    @Test
    void a_finished_move_proves_itself_by_what_is_seen_at_its_end() {
        String hash = lab.hash(Workplace.toNew());

        assertThat(lab.run("topics move --to-new")).isEqualTo(Outcome.DONE);

        assertThat(lab.data())
                .isEqualTo(
                        """
                PARTITION   BEFORE    AFTER        LEADER  IN SYNC
                orders-0    1a,2b,3c  11a,12b,13c  11      3/3
                orders-1    2b,3c,1a  12b,13c,11a  12      3/3
                payments-0  1a,2b,3c  11a,12b,13c  11      3/3

                  3 of 3 partitions on the new brokers with every replica in sync
                  3 of 3 partitions led by the preferred replica
                  0 reassignments listed · 0 throttles set
                Done and verified: HASH topics move --to-new
                """
                                .replace("HASH", hash));
    }

    @Test
    void one_partition_is_counted_as_one() {
        lab.run("topics move --to-new --topics payments");

        assertThat(lab.data())
                .contains("  1 of 1 partition on the new brokers with every replica in sync\n")
                .contains("  1 of 1 partition led by the preferred replica\n");
    }

    @Test
    void throttles_of_others_are_as_they_were() {
        cluster.set(1, Throttles.LEADER_RATE, "777").set("orders", Throttles.LEADER_REPLICAS, "0:9");
        Throttles before = cluster.throttles();

        lab.run("topics move --to-new");

        assertThat(cluster.throttles()).isEqualTo(before);
        assertThat(lab.data()).contains("0 reassignments listed · 2 throttles set\n");
    }

    @Test
    void a_topic_deleted_meanwhile_is_not_called_moved() {
        cluster.onTick(tick -> {
            if (tick == 7) {
                cluster.withoutTopic("orders");
            }
        });

        assertThat(lab.run("topics move --to-new")).isEqualTo(Outcome.DONE);

        assertThat(lab.data())
                .contains("orders-0    1a,2b,3c  deleted")
                .contains("  1 of 3 partitions on the new brokers with every replica in sync, 2 deleted meanwhile\n");
    }

    @Test
    void a_topic_born_meanwhile_is_moved_too_and_it_is_said() {
        cluster.onTick(tick -> {
            if (tick == 7) {
                cluster.withTopic("born", 1, 1_000, 1, 2, 3);
            }
        });

        assertThat(lab.run("topics move --to-new")).isEqualTo(Outcome.DONE);

        assertThat(lab.notes()).contains("More to do has turned up; the operation goes on with plan ");
        assertThat(lab.data()).contains("born-0").contains("11a,12b,13c");
    }
}
