package io.kash.surgery.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AcknowledgementsTest {
    private static final int PARTITION = 2;

    private final Acknowledgements lately = new Acknowledgements();

    private void add(int times, long millis) {
        for (int time = 0; time < times; time++) {
            lately.sent(PARTITION, 0);
            lately.told(PARTITION, 0, TimeUnit.MILLISECONDS.toNanos(millis));
        }
    }

    private OptionalLong within() {
        return lately.within(TimeUnit.SECONDS.toNanos(4), Set.of());
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
        lately.sent(PARTITION, TimeUnit.SECONDS.toNanos(1));

        assertThat(within()).hasValue(3_000);
        assertThat(within()).as("one is too few").isEmpty();
    }

    @Test
    void aClusterThatAcknowledgesNothingIsSeen() {
        for (int record = 0; record < 10; record++) {
            lately.sent(PARTITION, TimeUnit.SECONDS.toNanos(2));
        }

        assertThat(within()).hasValue(2_000);
        assertThat(within()).as("and again").hasValue(2_000);
    }

    @Test
    void partitionsThatArePassedOverSayNothingNowNorLater() {
        add(20, 900);
        lately.sent(PARTITION, 0);
        for (int record = 0; record < 20; record++) {
            lately.sent(1, 0);
            lately.told(1, 0, TimeUnit.MILLISECONDS.toNanos(5));
        }

        assertThat(lately.within(TimeUnit.SECONDS.toNanos(4), Set.of(PARTITION)))
                .hasValue(5);
        assertThat(within()).isEmpty();
    }
}
