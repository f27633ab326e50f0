package io.kash.surgery.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.fake.Clusters;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.traffic.Claim.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A partition moves from 1,2,3 to 11,12,13; another stays. Each test lets one thing go wrong. */
class ComparisonTest {
    private static final TopicPartition MOVED = new TopicPartition("orders", 0);
    private static final TopicPartition STAYS = new TopicPartition("audit", 0);
    private static final List<BrokerId> OLD = Clusters.ids(1, 2, 3);
    private static final List<BrokerId> NEW = Clusters.ids(11, 12, 13);

    private final SortedMap<TopicPartition, Mark> before = new TreeMap<>();
    private final SortedMap<TopicPartition, Mark> after = new TreeMap<>();
    private final SortedMap<String, SortedMap<TopicPartition, Long>> commitsBefore = new TreeMap<>();
    private final SortedMap<String, SortedMap<TopicPartition, Long>> commitsAfter = new TreeMap<>();
    private final SortedMap<String, String> throttlesBefore = new TreeMap<>();
    private final SortedMap<String, String> throttlesAfter = new TreeMap<>();
    private final SortedMap<TopicPartition, List<BrokerId>> planned = new TreeMap<>();
    private List<String> unread = List.of();
    private boolean finished = true;
    private boolean throttlesKept = true;

    ComparisonTest() {
        before.put(MOVED, mark(OLD, 0, 100, 4));
        before.put(STAYS, mark(OLD, 10, 50, 2));
        after.put(MOVED, mark(NEW, 20, 130, 6));
        after.put(STAYS, mark(OLD, 10, 50, 2));
        planned.put(MOVED, NEW);
        planned.put(STAYS, OLD);
        commitsBefore.put("web", new TreeMap<>(java.util.Map.of(MOVED, 90L)));
        commitsAfter.put("web", new TreeMap<>(java.util.Map.of(MOVED, 130L)));
        throttlesBefore.put("broker/1/leader.replication.throttled.rate", "777");
        throttlesAfter.put("broker/1/leader.replication.throttled.rate", "777");
    }

    private static Mark mark(List<BrokerId> replicas, long earliest, long end, int epoch) {
        return new Mark(
                "id",
                replicas,
                List.of(),
                replicas.stream().findFirst(),
                false,
                OptionalLong.of(earliest),
                OptionalLong.of(end),
                OptionalInt.of(epoch));
    }

    @Test
    void a_move_under_traffic_breaks_nothing_and_every_claim_says_what_it_rests_on() {
        assertThat(claims()).allMatch(claim -> claim.verdict() == Verdict.HOLDS);
        assertThat(claims().stream()
                        .map(claim -> claim.name() + " " + claim.rests().word()))
                .containsExactly(
                        "same-topics metadata",
                        "end-offsets watermarks",
                        "log-starts watermarks",
                        "leader-epochs watermarks",
                        "committed-offsets watermarks",
                        "in-sync metadata",
                        "replicas metadata",
                        "reassignments metadata",
                        "throttles metadata");
        assertThat(claim("end-offsets").facts()).containsExactly("2 partitions compared");
    }

    @Test
    void an_end_that_went_back_as_after_an_unclean_election_is_broken() {
        after.put(MOVED, mark(NEW, 0, 99, 6));

        assertBroken("end-offsets", "orders-0 ended at 100 and ends at 99");
    }

    @Test
    void of_very_many_the_first_are_named_and_the_rest_counted() {
        for (int partition = 1; partition <= 150; partition++) {
            before.put(new TopicPartition("orders", partition), mark(OLD, 0, 100, 4));
            after.put(new TopicPartition("orders", partition), mark(OLD, 0, 99, 4));
        }

        assertThat(claim("end-offsets").facts()).hasSize(101).endsWith("and 50 more");
    }

    @Test
    void an_end_that_cannot_be_read_is_not_known() {
        Mark seen = mark(NEW, 0, 99, 6);
        after.put(
                MOVED,
                new Mark(
                        "id",
                        NEW,
                        List.of(),
                        Optional.empty(),
                        false,
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        seen.leaderEpoch()));

        assertNotKnown("end-offsets", "the end of orders-0 could not be read after");
        assertNotKnown("log-starts", "the log of orders-0 could not be read");
    }

    @Test
    void a_log_that_begins_beyond_its_end_is_broken() {
        after.put(MOVED, mark(NEW, 131, 130, 6));

        assertBroken("log-starts", "orders-0 begins at 131, beyond its end at 130");
    }

    @Test
    void a_leader_epoch_that_went_back_is_broken() {
        after.put(MOVED, mark(NEW, 0, 130, 3));

        assertBroken("leader-epochs", "orders-0 was at leader epoch 4 and is at 3");
    }

    @Test
    void a_committed_offset_that_went_back_is_broken() {
        commitsAfter.put("web", new TreeMap<>(java.util.Map.of(MOVED, 89L)));

        assertBroken("committed-offsets", "group web was at 90 in orders-0 and is at 89");
    }

    @Test
    void a_committed_offset_that_is_gone_is_not_known() {
        commitsAfter.clear();

        assertNotKnown("committed-offsets", "group web has no committed offset in orders-0 any more");
    }

    @Test
    void groups_that_could_not_be_read_leave_the_claim_open() {
        commitsBefore.clear();
        unread = List.of("the consumer groups: not authorised");

        assertNotKnown("committed-offsets", "could not be read before: the consumer groups: not authorised");
    }

    @Test
    void a_replica_out_of_sync_is_broken_unless_it_was_so_before() {
        after.put(MOVED, outOfSync(mark(NEW, 0, 130, 6), 12));
        assertBroken("in-sync", "orders-0 is not in sync on [12]");

        after.put(MOVED, mark(NEW, 0, 130, 6));
        before.put(STAYS, outOfSync(mark(OLD, 10, 50, 2), 3));
        after.put(STAYS, outOfSync(mark(OLD, 10, 50, 2), 3));
        assertNotKnown("in-sync", "audit-0 is not in sync on [3], as before");
    }

    @Test
    void replicas_in_another_order_than_planned_are_broken() {
        after.put(MOVED, mark(Clusters.ids(12, 11, 13), 0, 130, 6));

        assertBroken("replicas", "orders-0 is on [12, 11, 13], planned are [11, 12, 13]");
    }

    @Test
    void a_partition_that_was_not_to_move_and_did_is_broken() {
        after.put(STAYS, mark(NEW, 10, 50, 2));

        assertBroken("replicas", "audit-0 is on [11, 12, 13], planned are [1, 2, 3]");
    }

    @Test
    void a_reassignment_of_ours_that_is_left_is_broken_and_somebody_elses_is_said() {
        after.put(MOVED, reassigning(mark(NEW, 0, 130, 6)));
        assertBroken("reassignments", "orders-0 is being reassigned");

        after.put(MOVED, mark(NEW, 0, 130, 6));
        after.put(STAYS, reassigning(mark(OLD, 10, 50, 2)));
        assertNotKnown("reassignments", "audit-0 is being reassigned by somebody else");
    }

    @Test
    void a_throttle_left_behind_and_one_taken_away_are_broken() {
        throttlesAfter.clear();
        throttlesAfter.put("topic/orders/leader.replication.throttled.replicas", "0:1");

        assertThat(claim("throttles").verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(claim("throttles").facts())
                .containsExactly(
                        "broker/1/leader.replication.throttled.rate was 777 and is not set",
                        "topic/orders/leader.replication.throttled.replicas was not set and is 0:1");
    }

    @Test
    void an_operation_that_is_about_throttles_claims_nothing_of_them() {
        throttlesAfter.clear();
        throttlesKept = false;

        assertThat(claims()).noneMatch(claim -> claim.name().equals("throttles") || claim.broken());
    }

    @Test
    void a_topic_made_anew_is_broken_and_is_compared_with_nothing() {
        Mark anew = mark(NEW, 0, 0, 0);
        after.put(
                MOVED,
                new Mark(
                        "other-id",
                        NEW,
                        List.of(),
                        anew.leader(),
                        false,
                        anew.earliest(),
                        anew.end(),
                        anew.leaderEpoch()));

        assertBroken("same-topics", "orders-0 is of a topic made anew: its id was id and is other-id");
        assertThat(claim("end-offsets").verdict()).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void a_topic_deleted_meanwhile_is_not_known() {
        after.remove(MOVED);

        assertNotKnown("same-topics", "orders-0 is gone: its topic was deleted meanwhile");
    }

    @Test
    void in_the_middle_of_an_operation_what_is_not_done_yet_breaks_nothing() {
        finished = false;
        after.put(MOVED, reassigning(outOfSync(mark(OLD, 0, 130, 6), 2)));
        throttlesAfter.put("broker/2/leader.replication.throttled.rate", "1");

        assertNotKnown("in-sync", "orders-0 is not in sync on [2]");
        assertNotKnown("replicas", "orders-0 is still on [1, 2, 3], planned are [11, 12, 13]");
        assertNotKnown("reassignments", "orders-0 is being reassigned");
        assertNotKnown("throttles", "broker/2/leader.replication.throttled.rate was not set and is 1");
    }

    @Test
    void also_in_the_middle_an_end_that_went_back_is_broken() {
        finished = false;
        after.put(MOVED, mark(OLD, 0, 1, 6));

        assertBroken("end-offsets", "orders-0 ended at 100 and ends at 1");
    }

    private static Mark outOfSync(Mark mark, int broker) {
        return new Mark(
                mark.topicId(),
                mark.replicas(),
                Clusters.ids(broker),
                mark.leader(),
                mark.reassigning(),
                mark.earliest(),
                mark.end(),
                mark.leaderEpoch());
    }

    private static Mark reassigning(Mark mark) {
        return new Mark(
                mark.topicId(),
                mark.replicas(),
                mark.outOfSync(),
                mark.leader(),
                true,
                mark.earliest(),
                mark.end(),
                mark.leaderEpoch());
    }

    private void assertBroken(String name, String fact) {
        assertThat(claim(name).verdict()).as(name).isEqualTo(Verdict.BROKEN);
        assertThat(claim(name).facts()).containsExactly(fact);
        assertThat(claims()).filteredOn(Claim::broken).hasSize(1);
    }

    private void assertNotKnown(String name, String fact) {
        assertThat(claim(name).verdict()).as(name).isEqualTo(Verdict.NOT_KNOWN);
        assertThat(claim(name).facts()).containsExactly(fact);
    }

    private Claim claim(String name) {
        return claims().stream()
                .filter(claim -> claim.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<Claim> claims() {
        return new Comparison(
                        new Marks(Clusters.NOW, before, commitsBefore, throttlesBefore, unread),
                        new Marks(Clusters.NOW, after, commitsAfter, throttlesAfter, List.of()),
                        planned,
                        finished,
                        throttlesKept)
                .claims();
    }
}
