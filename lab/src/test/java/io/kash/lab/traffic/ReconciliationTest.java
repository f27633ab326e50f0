package io.kash.lab.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

final class ReconciliationTest {
    private static final TopicPartition METRICS = new TopicPartition("metrics", 3);
    private static final TopicPartition EVENTS = new TopicPartition("events", 0);

    private final Ledger ledger = new Ledger(List.of(METRICS, EVENTS));
    private final FakeLog log = new FakeLog();

    @Test
    void nothing_is_lost_when_everything_acknowledged_is_read_back() {
        acked(METRICS, 700);
        acked(EVENTS, 0);
        log.has(METRICS, 700, 0).has(EVENTS, 0, 0);

        assertThat(result()).isEqualTo(new Reconciliation.Result(0, List.of(), 0, 0, 0));
    }

    @Test
    void an_acknowledged_record_that_is_not_there_is_lost_and_named() {
        acked(METRICS, 700);
        acked(METRICS, 701);
        log.has(METRICS, 700, 0);

        assertThat(result().lost()).isEqualTo(1);
        assertThat(result().examples()).containsExactly("metrics-3 sequence 1 at offset 701");
    }

    @Test
    void a_record_in_another_partition_does_not_make_up_for_a_lost_one() {
        acked(METRICS, 700);
        acked(EVENTS, 0);
        log.has(EVENTS, 0, 0);

        assertThat(result().lost()).isEqualTo(1);
    }

    @Test
    void a_record_nobody_acknowledged_cannot_be_lost() {
        notAcked(METRICS, new TimeoutException("60 s have passed"));
        notAcked(METRICS, new RecordTooLargeException("too large"));

        assertThat(result().lost()).isZero();
    }

    @Test
    void a_timeout_is_unknown_because_the_record_may_have_been_written() {
        notAcked(METRICS, new TimeoutException("60 s have passed"));
        notAcked(METRICS, new RecordTooLargeException("too large"));

        assertThat(ledger.count()).isEqualTo(new TrafficCount(0, 1, 1, Duration.ZERO));
        assertThat(ledger.causes())
                .containsEntry("TimeoutException: 60 s have passed", 1L)
                .containsEntry("RecordTooLargeException: too large", 1L);
    }

    @Test
    void a_record_read_twice_is_counted_as_such() {
        acked(METRICS, 700);
        log.has(METRICS, 700, 0).has(METRICS, 705, 0);

        assertThat(result().duplicated()).isEqualTo(1);
        assertThat(result().displaced()).isZero();
    }

    @Test
    void a_record_at_another_offset_than_the_acknowledged_one_is_displaced() {
        acked(METRICS, 700);
        log.has(METRICS, 699, 0);

        assertThat(result().displaced()).isEqualTo(1);
        assertThat(result().lost()).isZero();
    }

    @Test
    void an_acknowledgement_without_an_offset_displaces_nothing() {
        acked(METRICS, PartitionLedger.NO_OFFSET);
        log.has(METRICS, 699, 0);

        assertThat(result().displaced()).isZero();
    }

    @Test
    void a_record_nothing_was_ever_said_about_is_unsettled() {
        ledger.sending(METRICS);

        assertThat(result().unsettled()).isEqualTo(1);
    }

    @Test
    void thousands_of_records_are_accounted_for_one_by_one() {
        for (int i = 0; i < 5000; i++) {
            acked(METRICS, i);
            if (i % 1000 != 7) {
                log.has(METRICS, i, i);
            }
        }

        assertThat(result().lost()).isEqualTo(5);
    }

    private void acked(TopicPartition partition, long offset) {
        ledger.acked(partition, ledger.sending(partition), offset, Duration.ofMillis(5));
    }

    private void notAcked(TopicPartition partition, Exception why) {
        ledger.notAcked(partition, ledger.sending(partition), why);
    }

    private Reconciliation.Result result() {
        Reconciliation reconciliation = new Reconciliation(ledger);
        log.read(reconciliation);
        return reconciliation.result();
    }

    private static final class FakeLog implements RecordLog {
        private record Entry(TopicPartition partition, long offset, int sequence) {}

        private final List<Entry> entries = new ArrayList<>();

        FakeLog has(TopicPartition partition, long offset, int sequence) {
            entries.add(new Entry(partition, offset, sequence));
            return this;
        }

        @Override
        public void read(Reader reader) {
            entries.forEach(entry -> reader.record(entry.partition(), entry.offset(), entry.sequence()));
        }
    }
}
