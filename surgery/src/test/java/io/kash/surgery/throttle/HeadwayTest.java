package io.kash.surgery.throttle;

import static io.kash.surgery.fake.SimulatedCluster.broker;
import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.fake.Clusters;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.throttle.Headway.Copy;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.IntToLongFunction;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class HeadwayTest {
    private static final long RATE = 1_000_000;
    private static final Copy ORDERS = copy("orders");
    private static final Copy CLICKS = copy("clicks");

    private final Headway headway = new Headway();
    private int second;

    private static Copy copy(String topic) {
        return new Copy(new TopicPartition(topic, 0), broker(11));
    }

    private boolean look(Map<Copy, Long> lacking) {
        second += 2;
        return headway.missing(Clusters.NOW.plusSeconds(second), lacking, RATE).isPresent();
    }

    /** Whether it was missed within so many seconds. */
    private boolean missed(int seconds, IntToLongFunction lacking) {
        boolean missed = false;
        for (int until = second + seconds; second < until; ) {
            missed |= look(Map.of(ORDERS, lacking.applyAsLong(second)));
        }
        return missed;
    }

    @Test
    void aCopyThatLacksLessAndLessIsHeadway() {
        assertThat(missed(600, at -> 1_000_000_000 - at * RATE / 2)).isFalse();
    }

    @Test
    void oneThatLacksAsMuchAsEverIsNoneAfterTwiceTheTimeThatKafkasAverageTakes() {
        assertThat(missed(22, at -> 5_000)).isFalse();
        assertThat(missed(2, at -> 5_000)).isTrue();
        assertThat(missed(20, at -> 5_000)).as("and it is counted anew").isFalse();
        assertThat(missed(2, at -> 5_000)).isTrue();
    }

    @Test
    void tenSecondsOfSilenceAfterACutAreNothing() {
        assertThat(missed(10, at -> 50_000_000)).isFalse();
        assertThat(missed(100, at -> 50_000_000 - (at - 10) * RATE * 6 / 10)).isFalse();
    }

    @Test
    void oneThatLacksNothingByItsSizeAndHasNotArrivedIsNone() {
        assertThat(missed(24, at -> 0)).isTrue();
    }

    @Test
    void whereMoreThanThreeQuartersOfTheRateGoIntoWhatIsWrittenItIsNone() {
        assertThat(missed(60, at -> 1_000_000_000 - at * RATE / 10)).isTrue();
    }

    @Test
    void whatIsGainedAndLostAgainIsNone() {
        assertThat(missed(60, at -> at % 4 == 0 ? 0 : 40_000_000)).isTrue();
    }

    @Test
    void oneThatHasEndedIsHeadwayWhateverTheOthersDo() {
        for (int look = 0; look < 20; look++) {
            Map<Copy, Long> lacking = new HashMap<>(Map.of(ORDERS, 5_000L));
            if (look % 10 != 9) {
                lacking.put(CLICKS, 10L);
            }
            assertThat(look(lacking)).as("look %d", look).isFalse();
        }
    }

    @Test
    void whileNothingIsInFlightNothingIsMissed() {
        for (int look = 0; look < 60; look++) {
            assertThat(look(Map.of())).isFalse();
        }
    }

    /**
     * One partition under a throttle that its clients have brought down to the least, with so much written to it. Gives the second at which its copy was whole, if ever within a day.
     */
    private static OptionalLong whole(boolean guarded, long written, LongUnaryOperator waits) {
        long ceiling = 16 * RATE;
        AdaptiveRate rate = new AdaptiveRate(ceiling, 1);
        rate.before(OptionalLong.of(40), 0);
        Headway headway = new Headway();
        long lacking = 500 * RATE;
        for (int second = 0; second < 86_400; second++) {
            lacking += written - rate.bytesPerSecond();
            if (lacking <= 0) {
                return OptionalLong.of(second);
            }
            rate.saw(OptionalLong.of(waits.applyAsLong(rate.bytesPerSecond() / RATE)), 0);
            OptionalLong missing =
                    headway.missing(Clusters.NOW.plusSeconds(second), Map.of(ORDERS, lacking), rate.bytesPerSecond());
            if (guarded) {
                missing.ifPresent(rate::noNearer);
            }
        }
        return OptionalLong.empty();
    }

    @Test
    void aRateBelowWhatIsWrittenIsRaisedUntilTheCopyEndsAndWithoutThatItNeverDoes() {
        LongUnaryOperator always = rate -> rate < 16 ? 300 : 900;
        assertThat(whole(true, 3 * RATE, always).orElseThrow()).isLessThan(600);
        assertThat(whole(false, 3 * RATE, always)).isEmpty();
    }

    @Test
    void aRateThatGoesUpAndDownAroundWhatIsWrittenIsKeptUpToo() {
        LongUnaryOperator fast = rate -> rate < 10 ? 40 : 900;
        assertThat(whole(true, 11 * RATE, fast).orElseThrow()).isLessThan(900);
        assertThat(whole(false, 11 * RATE, fast)).isEmpty();
    }

    @Test
    void theLowestRateMeanwhileIsTold() {
        assertThat(headway.missing(Clusters.NOW, Map.of(ORDERS, 5L), 9)).isEmpty();
        assertThat(headway.missing(Clusters.NOW.plusSeconds(10), Map.of(ORDERS, 5L), 3))
                .isEmpty();

        assertThat(headway.missing(Clusters.NOW.plusSeconds(22), Map.of(ORDERS, 5L), 9))
                .hasValue(3);
    }
}
