package io.kash.surgery.kafka.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.kafka.ControllerEndpoint;
import io.kash.surgery.kafka.ControllerView;
import io.kash.surgery.kafka.ControllerWord;
import io.kash.surgery.kafka.MetadataQuorum;
import io.kash.surgery.kafka.client.ControllerCalls.Answer;
import io.kash.surgery.kafka.client.ControllerCalls.Place;
import io.kash.surgery.operation.Reply;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.QuorumAnswers;
import org.apache.kafka.common.errors.DuplicateVoterException;
import org.apache.kafka.common.errors.InconsistentClusterIdException;
import org.apache.kafka.common.errors.InvalidRequestException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.junit.jupiter.api.Test;

class QuorumMappingTest {
    private static final SortedMap<Integer, Place> REGISTERED =
            new TreeMap<>(Map.of(101, new Place("10.0.1.10", 9093), 104, new Place("10.0.4.10", 9093)));

    private static MetadataQuorum quorum(QuorumAnswers.Shape shape) {
        QuorumMapping mapping =
                new QuorumMapping(QuorumAnswers.info(shape), QuorumAnswers.features(shape), "cluster-1");
        Answer said = new Answer(
                new ControllerWord("cluster-1", OptionalInt.of(101), OptionalInt.of(21), false, ""), REGISTERED);
        return mapping.quorum(Map.of(101, said, 104, said), REGISTERED, new TreeMap<>());
    }

    @Test
    void times_count_from_the_leaders_clock_and_lag_from_its_end_of_the_log() {
        MetadataQuorum quorum = quorum(QuorumAnswers.Shape.DYNAMIC);

        ControllerView voter = quorum.named(102).get(0);
        assertThat(voter.lag()).isEqualTo(6);
        assertThat(voter.fetchedMillis()).hasValue(400);
        assertThat(voter.caughtUpMillis()).hasValue(61_000);
        assertThat(voter.inSync()).isFalse();
        assertThat(quorum.named(101).get(0).role()).isEqualTo(ControllerView.Role.LEADER);
    }

    @Test
    void an_observer_is_a_controller_when_it_is_registered_as_one_and_listens_where_it_says() {
        MetadataQuorum quorum = quorum(QuorumAnswers.Shape.DYNAMIC);

        assertThat(quorum.named(104).get(0).controller()).isTrue();
        assertThat(quorum.named(104).get(0).endpoint())
                .contains(new ControllerEndpoint("CONTROLLER", "10.0.4.10", 9093));
        assertThat(quorum.named(1).get(0).controller()).isFalse();
        assertThat(quorum.named(1).get(0).word().answered()).isFalse();
    }

    @Test
    void voters_without_directories_are_a_static_quorum_and_those_with_them_a_dynamic_one_whatever_is_reported() {
        assertThat(quorum(QuorumAnswers.Shape.DYNAMIC).dynamic()).isTrue();
        assertThat(quorum(QuorumAnswers.Shape.DYNAMIC_REPORTED_AS_0).dynamic()).isTrue();
        assertThat(quorum(QuorumAnswers.Shape.STATIC).dynamic()).isFalse();
    }

    @Test
    void nobody_leads_is_said_as_such() {
        assertThat(quorum(QuorumAnswers.Shape.LEADERLESS).leader()).isEmpty();
        assertThat(quorum(QuorumAnswers.Shape.LEADERLESS).broken(List.of())).contains("it has no leader");
    }

    @Test
    void what_the_quorum_answers_is_told_by_whether_asking_again_helps() {
        assertThat(VoterHand.reply(new KafkaFailure(new TimeoutException("late"))))
                .isInstanceOf(Reply.Unknown.class);
        assertThat(VoterHand.reply(new KafkaFailure(new DuplicateVoterException("is there"))))
                .isEqualTo(new Reply.Rejected(Map.of("the quorum", "is there")));
        assertThat(VoterHand.reply(new KafkaFailure(new UnsupportedVersionException("kraft.version 0"))))
                .isEqualTo(new Reply.Forbidden("the quorum does not take it: kraft.version 0"));
        assertThat(VoterHand.reply(new KafkaFailure(new InvalidRequestException("no listener"))))
                .isInstanceOf(Reply.Forbidden.class);
        assertThat(VoterHand.reply(new KafkaFailure(new InconsistentClusterIdException("another"))))
                .isEqualTo(new Reply.Forbidden("it is another cluster: another"));
    }
}
