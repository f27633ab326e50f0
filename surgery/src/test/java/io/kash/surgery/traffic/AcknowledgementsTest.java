package io.kash.surgery.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AcknowledgementsTest {
    private final Acknowledgements lately = new Acknowledgements();

    private void add(int times, long millis) {
        for (int time = 0; time < times; time++) {
            lately.sent(0);
            lately.told(0, TimeUnit.MILLISECONDS.toNanos(millis));
        }
    }

    private OptionalLong within() {
        return lately.within(TimeUnit.SECONDS.toNanos(4));
    }

    @Test
    void theSlowestInAHundredIsLeftOutAndTheNextCounts() {
        add(98, 5);
        add(1, 70);
        add(1, 900);

        assertThat(within()).hasValue(70);
    }

    @Test
    void whatWasAskedForIsNotSaidAgain() {
        add(100, 900);
        assertThat(within()).hasValue(900);

        add(20, 5);

        assertThat(within()).hasValue(5);
    }

    @Test
    void aFewSayNothingAndAreKeptForTheNextTime() {
        add(9, 900);
        assertThat(within()).isEmpty();

        add(1, 5);

        assertThat(within()).hasValue(900);
    }

    @Test
    void thoseThatStillWaitCountWithWhatTheyHaveWaited() {
        add(20, 5);
        lately.sent(TimeUnit.SECONDS.toNanos(1));

        assertThat(within()).hasValue(3_000);
        assertThat(within()).as("one is too few").isEmpty();
    }

    @Test
    void aClusterThatAcknowledgesNothingIsSeen() {
        for (int record = 0; record < 10; record++) {
            lately.sent(TimeUnit.SECONDS.toNanos(2));
        }

        assertThat(within()).hasValue(2_000);
        assertThat(within()).as("and again").hasValue(2_000);
    }
}
