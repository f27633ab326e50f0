package io.kash.commands.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kash.commands.change.OperatingRoom;
import io.kash.commands.fake.FakeSession;
import io.kash.commands.fake.RecordingScreen;
import io.kash.commands.fake.Typed;
import io.kash.commands.fake.Workplace;
import io.kash.commands.verb.Outcome;
import io.kash.surgery.fake.Clusters;
import io.kash.surgery.fake.FakeObserver;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Offsets;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.operation.Observer;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.problem.ProblemException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Broker 1 gets 50 messages a second, broker 11 gets 100; the operator interrupts after three looks. */
class TrafficTest {
    private final FakeObserver cluster = new FakeObserver();
    private int looks;

    @Test
    void piped_every_sample_is_a_line() {
        FakeSession session = session(RecordingScreen.pipe());

        assertThat(run(session)).isEqualTo(Outcome.DONE);

        assertThat(session.recording().data())
                .isEqualTo(
                        """
                2026-07-28T14:02:11Z  old: 1 50/s  new: 11 100/s
                2026-07-28T14:02:13Z  old: 1 50/s  new: 11 100/s
                """);
    }

    @Test
    void on_a_terminal_one_line_is_drawn_anew() {
        FakeSession session = session(RecordingScreen.terminal(120));

        run(session);

        assertThat(session.recording().progress())
                .isEqualTo(
                        """
                old 1 ▅ 50/s  new 11 █ 100/s
                old 1 ▅▅ 50/s  new 11 ██ 100/s
                """);
        assertThat(session.recording().data()).isEmpty();
    }

    @Test
    void programs_get_one_document_or_one_row_a_sample_and_broker() {
        FakeSession json = session(RecordingScreen.pipe());
        run(json, "--output", "json");

        assertThat(json.recording().data())
                .startsWith(
                        "{\"format\":\"kash.traffic/1\",\"at\":\"2026-07-28T14:02:11Z\",\"millis\":2000,\"brokers\":["
                                + "{\"broker\":1,\"family\":\"old\",\"messages\":100},"
                                + "{\"broker\":11,\"family\":\"new\",\"messages\":200}]}\n");

        looks = 0;
        FakeSession tsv = session(RecordingScreen.pipe());
        run(tsv, "--output", "tsv");

        assertThat(tsv.recording().data())
                .startsWith("2026-07-28T14:02:11Z\t1\told\t100\t2000\n2026-07-28T14:02:11Z\t11\tnew\t200\t2000\n");
    }

    @Test
    void a_time_that_is_none_is_a_usage_error() {
        ProblemException refused = catchThrowableOfType(
                ProblemException.class, () -> run(session(RecordingScreen.pipe()), "--for", "soon"));

        assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.USAGE);
        assertThat(refused.problem().what()).isEqualTo("--for: 'soon' is not a time; write 30s, 5m or 2h");
    }

    private Outcome run(FakeSession session, String... words) {
        OperatingRoom room = Workplace.of(Workplace.oldAndNew()).room();
        return Typed.run(new Traffic(session, room), words);
    }

    private FakeSession session(RecordingScreen screen) {
        Observer flowing = scope -> {
            looks++;
            TreeMap<TopicPartition, Offsets.Log> logs = new TreeMap<>();
            logs.put(new TopicPartition("orders", 0), log(1, 100L * looks));
            logs.put(new TopicPartition("orders", 1), log(11, 200L * looks));
            return cluster.with(new Offsets(logs))
                    .at(Clusters.NOW.plusSeconds(2L * looks))
                    .read(scope);
        };
        return FakeSession.lab(flowing).with(screen).with(() -> looks >= 3 ? 1 : 0);
    }

    private static Offsets.Log log(int leader, long end) {
        return new Offsets.Log(
                Optional.of(new BrokerId(leader)), OptionalLong.empty(), OptionalLong.of(end), OptionalInt.empty());
    }
}
