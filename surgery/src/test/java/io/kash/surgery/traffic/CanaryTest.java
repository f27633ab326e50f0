package io.kash.surgery.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.fake.Clusters;
import io.kash.surgery.plan.Json;
import io.kash.surgery.traffic.CanaryLine.Phase;
import io.kash.surgery.traffic.CanaryTopic.Fate;
import io.kash.surgery.traffic.Claim.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a canary counts, what is found in its topic, and what is claimed of the two together. */
class CanaryTest {
    private static final String RUN = "6f1c";

    private final FakeCanaryTopic topic = new FakeCanaryTopic();
    private final List<CanaryLine> lines = new ArrayList<>();
    private long nanos;

    @Test
    void everything_acknowledged_and_read_back_holds() {
        run(RUN, 5, true);

        assertThat(tally(lines.get(1)).acknowledged()).hasToString("0-4");
        assertThat(claims()).allMatch(claim -> claim.verdict() == Verdict.HOLDS);
        assertThat(readBack().facts()).containsExactly("5 records of 5 acknowledged ones accounted for");
    }

    @Test
    void an_acknowledged_record_that_is_not_in_the_topic_is_broken_and_named() {
        run(RUN, 5, true);
        topic.log().remove(3);

        assertThat(readBack().verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(readBack().facts())
                .containsExactly(
                        "kash-canary-0 lacks 1 acknowledged record of run 6f1c: numbers 3",
                        "4 records of 5 acknowledged ones accounted for");
    }

    @Test
    void failed_and_unknown_ones_are_kept_apart_and_their_absence_breaks_nothing() {
        topic.fates(number -> number == 1 ? Fate.UNKNOWN : number == 3 ? Fate.FAILED : Fate.ACKNOWLEDGED);
        run(RUN, 4, true);

        CanaryAccount account = account();
        assertThat(account.acknowledged()).isEqualTo(2);
        assertThat(account.unknown()).isEqualTo(1);
        assertThat(account.failed()).isEqualTo(1);
        assertThat(readBack().verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(claim("writes-accepted").verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(claim("writes-accepted").facts())
                .containsExactly("1 failed, 1 without a verdict, longest acknowledgement 0 ms");
    }

    @Test
    void a_duplicate_and_a_record_out_of_order_are_broken() {
        run(RUN, 3, true);
        topic.log().add(topic.log().get(0));
        topic.log().add(1, topic.log().remove(2));

        assertThat(claim("record-order").verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(claim("record-order").facts()).containsExactly("1 duplicate, 1 out of order");
    }

    @Test
    void a_run_without_its_last_line_is_said_with_what_was_counted_last_and_what_is_there() {
        run(RUN, 5, false);
        run("77aa", 2, true);

        assertThat(readBack().verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(readBack().facts())
                .containsExactly(
                        "run 6f1c ended without its last count: its shell died; last counted at 2026-07-28T14:02:07Z"
                                + " were 3 acknowledged records, and 5 records of it are in the topic",
                        "5 records of 5 acknowledged ones accounted for");
    }

    @Test
    void records_of_others_in_the_topic_are_passed_over() {
        run(RUN, 2, true);
        topic.log().add("something else");
        topic.log().add(new CanaryRecord("0000", 0, 0).text());
        topic.log().add(new CanaryRecord(RUN, 7, 1).text());

        assertThat(claims()).allMatch(claim -> claim.verdict() == Verdict.HOLDS);
    }

    @Test
    void a_topic_that_was_not_read_whole_proves_nothing_and_accuses_nobody() {
        run(RUN, 5, true);
        CanaryAccount account = new Reconciliation(lines).account("kash-canary", false, List.of("it took too long"));

        Claim claim = CanaryClaims.of(Optional.of(account), "").get(0);

        assertThat(claim.verdict()).isEqualTo(Verdict.NOT_KNOWN);
        assertThat(claim.facts()).startsWith("the topic was not read back whole", "it took too long");
    }

    @Test
    void without_a_canary_the_evidence_says_what_it_rests_on() {
        Claim claim = CanaryClaims.of(Optional.empty(), "this environment names no canary topic")
                .get(0);

        assertThat(claim.verdict()).isEqualTo(Verdict.NOT_KNOWN);
        assertThat(claim.facts())
                .containsExactly("this environment names no canary topic: what is said of records rests on watermarks");
    }

    @Test
    void the_longest_wait_for_an_acknowledgement_is_kept() {
        topic.fates(number -> {
            nanos += number * 1_000_000;
            return Fate.ACKNOWLEDGED;
        });
        run(RUN, 4, true);

        assertThat(account().slowestMillis()).isEqualTo(3);
    }

    @Test
    void how_long_records_wait_is_known_but_for_the_first_ones() {
        topic.fates(number -> {
            nanos += number < 3 ? 900_000_000 : 7_000_000;
            return Fate.ACKNOWLEDGED;
        });
        Canary canary = new Canary(RUN, topic, new TreeMap<>(Map.of(0, 40L)), () -> nanos);
        for (int record = 0; record < 12; record++) {
            canary.beat();
        }
        assertThat(canary.acknowledgedWithinMillis(Set.of())).as("nine").isEmpty();
        canary.beat();

        assertThat(canary.acknowledgedWithinMillis(Set.of())).hasValue(7);
    }

    @Test
    void records_that_nobody_acknowledges_wait_longer_and_longer() {
        Canary canary = new Canary(RUN, new SilentTopic(), new TreeMap<>(Map.of(0, 40L)), () -> nanos);
        for (int record = 0; record < 13; record++) {
            canary.beat();
        }
        nanos += 2_000_000_000;

        assertThat(canary.acknowledgedWithinMillis(Set.of())).hasValue(2_000);
    }

    @Test
    void what_has_no_fate_at_the_end_is_unknown() {
        SilentTopic silent = new SilentTopic();
        Canary canary = new Canary(RUN, silent, new TreeMap<>(Map.of(0, 40L)), () -> nanos);
        canary.beat();
        canary.beat();

        assertThat(tally(canary.line(Phase.COUNTED, Clusters.NOW)).unknown()).hasToString("");
        assertThat(tally(canary.line(Phase.ENDED, Clusters.NOW)).unknown()).hasToString("0-1");
    }

    @Test
    void a_line_is_stored_and_read_back_as_it_was() {
        run(RUN, 3, true);
        Json json = new Json(Map.of());

        String text = json.write(lines.get(1));

        assertThat(text)
                .isEqualTo(
                        "{\"at\":\"2026-07-28T14:02:07Z\",\"partitions\":{\"0\":{\"acknowledged\":\"0-2\",\"failed\":\"\","
                                + "\"sent\":3,\"start\":40,\"unknown\":\"\"}},\"phase\":\"ENDED\",\"run\":\"6f1c\","
                                + "\"slowestMillis\":0}");
        assertThat(json.read(text, CanaryLine.class, "here")).isEqualTo(lines.get(1));
    }

    private static CanaryLine.Tally tally(CanaryLine line) {
        return line.partitions().values().iterator().next();
    }

    /** A run of some records; one that did not end was counted last when two were missing. */
    private void run(String id, int records, boolean ends) {
        Canary canary = new Canary(id, topic, new TreeMap<>(Map.of(0, 40L)), () -> nanos);
        lines.add(canary.line(Phase.BEGUN, Clusters.NOW));
        for (int i = 0; i < records; i++) {
            if (!ends && i == records - 2) {
                lines.add(canary.line(Phase.COUNTED, Clusters.NOW));
            }
            canary.beat();
        }
        if (ends) {
            lines.add(canary.line(Phase.ENDED, Clusters.NOW));
        }
    }

    private CanaryAccount account() {
        Reconciliation reconciliation = new Reconciliation(lines);
        assertThat(reconciliation.from()).containsEntry(0, 40L);
        boolean whole = topic.read(reconciliation.from(), reconciliation, java.time.Duration.ZERO);
        return reconciliation.account("kash-canary", whole, List.of());
    }

    private List<Claim> claims() {
        return CanaryClaims.of(Optional.of(account()), "");
    }

    private Claim claim(String name) {
        return claims().stream()
                .filter(claim -> claim.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Claim readBack() {
        return claim("acknowledged-records");
    }

    /** Takes records and never says what became of them. */
    private static final class SilentTopic implements CanaryTopic {
        @Override
        public void send(int partition, String text, java.util.function.Consumer<Fate> told) {}

        @Override
        public void settle(java.time.Duration atMost) {}

        @Override
        public boolean read(java.util.SortedMap<Integer, Long> from, Reader reader, java.time.Duration atMost) {
            return true;
        }

        @Override
        public void close() {}
    }
}
