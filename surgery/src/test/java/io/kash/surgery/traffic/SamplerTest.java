package io.kash.surgery.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.fake.Clusters;
import io.kash.surgery.fake.FakeObserver;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Offsets;
import io.kash.surgery.kafka.TopicPartition;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SamplerTest {
    private final FakeObserver observer = new FakeObserver();
    private final Sampler sampler = new Sampler(observer);
    private final SortedMap<TopicPartition, Offsets.Log> logs = new TreeMap<>();

    @Test
    void messages_are_credited_to_who_leads_when_they_are_seen() {
        log("orders-0", 1, 100);
        log("orders-1", 2, 200);
        assertThat(look(0)).isEmpty();

        log("orders-0", 11, 130);
        log("orders-1", 2, 205);
        Sample sample = look(5).orElseThrow();

        assertThat(sample.millis()).isEqualTo(5_000);
        assertThat(sample.messages())
                .containsEntry(11, 30L)
                .containsEntry(2, 5L)
                .hasSize(2);
        assertThat(sample.rate(11)).isEqualTo(6.0);
        assertThat(sample.rate(99)).isZero();
    }

    @Test
    void a_new_topic_and_a_log_that_was_cut_count_nothing_the_first_time() {
        log("orders-0", 1, 100);
        look(0);

        log("orders-0", 1, 10);
        log("born-0", 1, 5_000);

        assertThat(look(2).orElseThrow().messages()).containsEntry(1, 0L);
    }

    private Optional<Sample> look(int second) {
        observer.with(new Offsets(logs)).at(Clusters.NOW.plusSeconds(second));
        return sampler.take();
    }

    private void log(String partition, int leader, long end) {
        logs.put(
                TopicPartition.of(partition),
                new Offsets.Log(
                        Optional.of(new BrokerId(leader)),
                        OptionalLong.empty(),
                        OptionalLong.of(end),
                        OptionalInt.empty()));
    }
}
