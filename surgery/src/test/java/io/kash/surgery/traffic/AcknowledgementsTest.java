package io.kash.surgery.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AcknowledgementsTest {
    private final Acknowledgements lately = new Acknowledgements();

    private void add(int times, long millis) {
        for (int time = 0; time < times; time++) {
            lately.add(TimeUnit.MILLISECONDS.toNanos(millis));
        }
    }

    @Test
    void theSlowestInAHundredIsLeftOutAndTheNextCounts() {
        add(98, 5);
        add(1, 70);
        add(1, 900);

        assertThat(lately.within()).hasValue(70);
    }

    @Test
    void whatWasAskedForIsNotSaidAgain() {
        add(100, 900);
        assertThat(lately.within()).hasValue(900);

        add(20, 5);

        assertThat(lately.within()).hasValue(5);
    }

    @Test
    void aFewSayNothingAndAreKeptForTheNextTime() {
        add(9, 900);
        assertThat(lately.within()).isEmpty();

        add(1, 5);

        assertThat(lately.within()).hasValue(900);
    }
}
