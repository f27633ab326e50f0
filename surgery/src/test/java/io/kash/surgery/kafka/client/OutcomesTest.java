package io.kash.surgery.kafka.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.operation.Reply;
import java.util.Map;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.ElectionNotNeededException;
import org.apache.kafka.common.errors.InvalidReplicaAssignmentException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class OutcomesTest {
    private final Outcomes outcomes = new Outcomes(ElectionNotNeededException.class::isInstance);

    @Test
    void nothingWrongIsAccepted() {
        assertThat(outcomes.reply()).isEqualTo(new Reply.Accepted());
    }

    @Test
    void whatWasNotNeededIsAccepted() {
        outcomes.failed("orders-0", failure(new ElectionNotNeededException("not needed")));

        assertThat(outcomes.reply()).isEqualTo(new Reply.Accepted());
    }

    @Test
    void aRefusalIsNamedByItsItem() {
        outcomes.failed("orders-0", failure(new InvalidReplicaAssignmentException("broker 99 is unknown")));

        assertThat(outcomes.reply()).isEqualTo(new Reply.Rejected(Map.of("orders-0", "broker 99 is unknown")));
    }

    @Test
    void noAnswerIsUnknownAndSaidOnceForAllItems() {
        outcomes.failed("orders-0", failure(new TimeoutException("timed out")));
        outcomes.failed("orders-1", failure(new TimeoutException("timed out")));

        assertThat(outcomes.reply()).isEqualTo(new Reply.Unknown("orders-0 and 1 more: timed out"));
    }

    @Test
    void aRefusalBesideAMissingAnswerNamesBoth() {
        outcomes.failed("broker 1", failure(new InvalidReplicaAssignmentException("no")));
        outcomes.failed("broker 2", failure(new DisconnectException("connection lost")));

        assertThat(outcomes.reply())
                .isEqualTo(new Reply.Rejected(Map.of("broker 1", "no", "broker 2", "no answer came: connection lost")));
    }

    private static KafkaFailure failure(Throwable reason) {
        return new KafkaFailure(reason);
    }
}
