package io.kash.surgery.operation;

import static io.kash.surgery.fake.SimulatedCluster.brokers;
import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.coordination.local.LocalFiles;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.fake.Surgeon;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How soon a running operation hears what operators ask of it while it waits. */
class HearingTest {
    private static final Duration TENTH = Duration.ofMillis(100);
    private static final int SAID_AFTER = 3;

    private final List<Duration> waited = new ArrayList<>();
    private final Ticker ticker = waited::add;

    @Test
    void itWaitsNoLongerOnceItIsEnough() {
        ticker.pause(Duration.ofMillis(500), () -> waited.size() == 2);

        assertThat(waited).containsExactly(TENTH, TENTH);
    }

    @Test
    void itWaitsAsLongAsItIsToldWhereItIsNeverEnough() {
        ticker.pause(Duration.ofMillis(250), () -> false);

        assertThat(waited).containsExactly(TENTH, TENTH, Duration.ofMillis(50));
    }

    @Test
    void aWordThatIsSaidWhileItWaitsIsHeededWithinATenthOfASecond(@TempDir Path directory) {
        SimulatedCluster cluster = new SimulatedCluster().withBroker(1, "a").withBroker(11, "a");
        cluster.withTopic("orders", 2, 3_000_000, 1).copyingFor(20);
        Surgeon surgeon = new Surgeon(new LocalFiles(directory), cluster, cluster, Surgeon.CLOCK, ticker);
        List<Duration> heeded = new ArrayList<>();

        surgeon.perform(Surgeon.move(brokers(1), brokers(11)), () -> {
            boolean paused = surgeon.operations().list().get(0).lines().stream()
                    .anyMatch(line -> line.event() instanceof Event.Paused);
            if (paused && heeded.isEmpty()) {
                heeded.add(waited.stream().reduce(Duration.ZERO, Duration::plus));
            }
            return waited.size() >= SAID_AFTER && heeded.isEmpty()
                    ? Control.RUN.with(Control.Wish.PAUSE, "ada")
                    : Control.RUN;
        });

        assertThat(heeded).containsExactly(TENTH.multipliedBy(SAID_AFTER));
    }
}
