package io.kash.surgery.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.kafka.AlterConfigs;
import io.kash.surgery.kafka.AlterConfigs.Change;
import io.kash.surgery.kafka.Throttles;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rate that was there, that somebody takes away, and that an effect of ours sets once more. */
class BooksTest {
    private static final String RATE = "broker/2/" + Throttles.FOLLOWER_RATE;
    private static final Change OURS = new Change(
            AlterConfigs.Resource.BROKER, "2", Throttles.FOLLOWER_RATE, AlterConfigs.Operation.SET, "2000000");

    private final KafkaWorld world = new KafkaWorld(KafkaWorld.Mode.KRAFT);
    private final Simulation simulation = new Simulation(new Dice(1), world, Surgery.AS_IT_IS, 4_000);

    @BeforeEach
    void somebodyTakesAwayARateAfterASecond() {
        SimBroker broker = world.broker(2, "", Optional.empty());
        broker.settings.put(Throttles.FOLLOWER_RATE, "37000000");
        simulation.open();
        simulation.sleep(1_000);
        broker.settings.remove(Throttles.FOLLOWER_RATE);
        simulation.books().foreignRate(RATE, Optional.empty());
    }

    private void oursArrives(long lookedAtMillis) {
        AlterConfigs effect = new AlterConfigs(List.of(OURS));
        simulation
                .books()
                .ours(OURS, new Sent(new Shell("shell-1", simulation), effect, 1, simulation.now(), lookedAtMillis));
        assertThat(simulation.settings().change(OURS, simulation.now())).isEqualTo(Settings.Outcome.TAKEN);
    }

    @Test
    void itIsOurFaultWhenItCouldBeSeen() {
        oursArrives(simulation.now());

        assertThat(simulation.violations())
                .singleElement()
                .asString()
                .startsWith(RATE + " was taken away by somebody else, and shell-1 changes it");
        assertThat(simulation.books().residue()).containsExactly(RATE + " is 2000000 and was not set");
    }

    @Test
    void itIsARaceWhenOursWasSentBeforeThat() {
        oursArrives(simulation.now() - 1);

        assertThat(simulation.violations()).isEmpty();
        assertThat(simulation.books().residue()).isEmpty();
    }
}
