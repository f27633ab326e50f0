package io.kash.commands.throttles;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.fake.FakeSession;
import io.kash.commands.fake.Ours;
import io.kash.commands.fake.Structure;
import io.kash.commands.fake.Typed;
import io.kash.commands.session.FirstSeenHere;
import io.kash.commands.session.Ownership;
import io.kash.commands.view.AnswerTree;
import io.kash.surgery.fake.Clusters;
import io.kash.surgery.kafka.Throttles;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThrottlesListTest {
    private final FakeSession session = FakeSession.lab(Clusters.oldAndNew()
            .throttle(1, Throttles.LEADER_RATE, "80000000")
            .throttle(11, Throttles.FOLLOWER_RATE, "-1")
            .throttle("payments", Throttles.LEADER_REPLICAS, "0:1,0:2,1:2")
            .observer());
    private final Ownership ours = new Ours(Map.of(), Map.of("1", "7f3a"));

    @Test
    void ours_and_others_are_told_apart() {
        Typed.run(new ThrottlesList(session, ours, new FirstSeenHere()));

        assertThat(session.recording().data())
                .isEqualTo(
                        """
                OF      NAME      KEY                                    VALUE        OWNER     FIRST SEEN
                broker  1         leader.replication.throttled.rate      80 MB/s      7f3a      now
                broker  11        follower.replication.throttled.rate    -1           not ours  now
                topic   payments  leader.replication.throttled.replicas  0:1,0:2,1:2  not ours  now
                """);
    }

    @Test
    void none_is_said_in_words() {
        FakeSession quiet = FakeSession.lab(Clusters.oldAndNew().observer());

        Typed.run(new ThrottlesList(quiet, ours, new FirstSeenHere()));

        assertThat(quiet.recording().data()).isEqualTo("no throttle is set\n");
    }

    @Test
    void none_is_not_claimed_of_a_broker_that_did_not_answer() {
        FakeSession quiet = FakeSession.lab(Clusters.oldAndNew().silent(12).observer());

        Typed.run(new ThrottlesList(quiet, ours, new FirstSeenHere()));

        assertThat(quiet.recording().data()).isEqualTo("no throttle is set on the brokers that answered\n");
        assertThat(quiet.recording().notes())
                .isEqualTo("note: no answer about throttles from broker 12; it may have some\n");
    }

    @Test
    void the_json_has_its_documented_structure() {
        ThrottlesList list = new ThrottlesList(session, ours, new FirstSeenHere());

        assertThat(Structure.of(AnswerTree.of(list.ask(Typed.parse(list)))))
                .containsExactly(
                        "format string",
                        "notes[] array",
                        "observedAt string",
                        "problems[] array",
                        "throttles[] array",
                        "throttles[].firstSeen string",
                        "throttles[].key string",
                        "throttles[].name string",
                        "throttles[].owner null",
                        "throttles[].owner string",
                        "throttles[].resource string",
                        "throttles[].value string");
    }
}
