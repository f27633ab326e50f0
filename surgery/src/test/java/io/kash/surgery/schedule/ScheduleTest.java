package io.kash.surgery.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
    private static final Links LINKS = Links.even(8, 100);

    private static Job<String> job(String name, int source, int receiver, long bytes) {
        return new Job<>(name, source, Numbers.of(receiver), Numbers.of(bytes), false, false);
    }

    private static Job<String> begun(Job<String> job) {
        return new Job<>(job.name(), job.source(), job.receivers(), job.left(), true, job.alone());
    }

    private static List<String> next(List<Job<String>> jobs, int perBroker) {
        return Admission.next(jobs, LINKS, new Limits(1, perBroker)).stream()
                .map(Job::name)
                .toList();
    }

    @Test
    void everyLinkThatHasWorkGetsSome() {
        assertThat(next(List.of(job("a", 0, 4, 1000), job("b", 1, 5, 1000), job("c", 2, 6, 900)), 6))
                .containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void noMoreIsBegunThanALinkCarriesInTwoTicks() {
        List<Job<String>> jobs = new ArrayList<>();
        for (int number = 0; number < 100; number++) {
            jobs.add(job("p" + number, number % 4, 4 + number % 4, 10_000));
        }

        assertThat(next(jobs, 100)).hasSize(4 * 6);
    }

    @Test
    void tinyOnesShareASlotSoThatTheyDoNotIdleBehindATick() {
        List<Job<String>> jobs = new ArrayList<>();
        for (int number = 0; number < 1000; number++) {
            jobs.add(job("p" + number, 0, 4, 1));
        }

        assertThat(next(jobs, 1000)).as("two ticks' worth of bytes are 200").hasSizeBetween(150, 300);
    }

    @Test
    void oneThatNeedsAllTheTimeThatIsLeftHasItsLinksForItself() {
        assertThat(next(List.of(begun(job("large", 0, 4, 100_000)), job("b", 0, 5, 5_000), job("c", 1, 4, 5_000)), 6))
                .isEmpty();
    }

    @Test
    void theLargerOfTwoThatServeEquallyGoesFirst() {
        assertThat(next(List.of(job("small", 0, 4, 5_000), job("large", 0, 4, 50_000)), 1))
                .containsExactly("large");
    }

    @Test
    void thoseThatGoAloneGoOneAfterTheOtherAndFirst() {
        Job<String> one = new Job<>("one", 0, Numbers.of(4), Numbers.of(10), false, true);
        Job<String> other = new Job<>("other", 1, Numbers.of(5), Numbers.of(10), false, true);

        assertThat(next(List.of(job("a", 2, 6, 9_000), one, other), 6))
                .startsWith("one")
                .doesNotContain("other");
        assertThat(next(List.of(begun(one), other), 6)).isEmpty();
    }

    @Test
    void whoHasMostToSendHandsSomeOfItToOthersInSync() {
        List<Job<String>> jobs = new ArrayList<>();
        List<Numbers> possible = new ArrayList<>();
        for (int number = 0; number < 30; number++) {
            jobs.add(job("p" + number, 0, 4 + number % 4, 1_000));
            possible.add(Numbers.of(0, 1, 2));
        }
        assertThat(LINKS.bound(jobs)).isEqualTo(300);

        assertThat(LINKS.bound(Sources.even(jobs, possible, LINKS))).isBetween(100.0, 110.0);
    }

    @Test
    void thoseThatWaitForAnotherLeaderAreNotLeftForTheEnd() {
        List<Job<String>> jobs = new ArrayList<>();
        List<Numbers> possible = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            jobs.add(job("p" + number, 0, 4, 1_000));
            possible.add(Numbers.of(0, 1));
        }

        assertThat(Sources.even(jobs, possible, LINKS))
                .extracting(Job::source)
                .isSortedAccordingTo(Comparator.reverseOrder())
                .contains(0, 1);
    }

    @Test
    void leadersStayWhereSendingIsNotWhatTakesLongest() {
        List<Job<String>> jobs = List.of(job("a", 0, 4, 10_000), job("b", 1, 4, 10_000));

        assertThat(Sources.even(jobs, List.of(Numbers.of(0, 2), Numbers.of(1, 2)), LINKS))
                .isEqualTo(jobs);
    }

    /** Small clusters of chance, to their end, with links shared unevenly and everything seen a tick later. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void atEveryMomentNoBoundIsBrokenAndEverythingArrives(long seed) {
        for (long part = 0; part < 20; part++) {
            new Run(new Random(100 * seed + part)).toItsEnd();
        }
    }

    private static final class Run {
        private static final double RATE = 1_000;

        private final Random random;
        private final int brokers;
        private final Links links;
        private final Limits limits;
        private final Map<Integer, Job<Integer>> jobs = new HashMap<>();
        private final Map<Integer, Numbers> possible = new HashMap<>();
        private final double limit;

        Run(Random random) {
            this.random = random;
            this.brokers = 3 + random.nextInt(8);
            this.links = Links.even(2 * brokers, RATE);
            this.limits = new Limits(1, 1 + random.nextInt(8));
            int partitions = 1 + random.nextInt(60);
            for (int number = 0; number < partitions; number++) {
                int first = random.nextInt(brokers);
                int copies = 1 + random.nextInt(3);
                long bytes = random.nextInt(10) == 0 ? 0 : (long) (Math.exp(2 * random.nextGaussian()) * 1_000);
                long[] receivers = new long[copies];
                long[] left = new long[copies];
                for (int at = 0; at < copies; at++) {
                    receivers[at] = (long) brokers + (first + at) % brokers;
                    left[at] = bytes;
                }
                jobs.put(
                        number,
                        new Job<>(
                                number, first, Numbers.of(receivers), Numbers.of(left), false, random.nextInt(8) == 0));
                possible.put(number, Numbers.of(first, (first + 1) % brokers, (first + 2) % brokers));
            }
            this.limit = links.bound(jobs.values());
        }

        void toItsEnd() {
            int tick = 0;
            while (!jobs.isEmpty()) {
                List<Job<Integer>> seen = List.copyOf(jobs.values());
                List<Job<Integer>> sourced = Sources.even(
                        seen,
                        seen.stream()
                                .map(job -> possible.getOrDefault(job.name(), Numbers.of()))
                                .toList(),
                        links);
                assertThat(links.bound(sourced)).isLessThanOrEqualTo(links.bound(seen) * 1.0001);
                assertThat(sourced)
                        .hasSameSizeAs(seen)
                        .filteredOn(Job::begun)
                        .containsExactlyInAnyOrderElementsOf(
                                seen.stream().filter(Job::begun).toList());
                for (Job<Integer> job : Admission.next(sourced, links, limits)) {
                    assertThat(job.begun()).isFalse();
                    jobs.put(
                            job.name(),
                            new Job<>(job.name(), job.source(), job.receivers(), job.left(), true, job.alone()));
                }
                bounds();
                copy();
                tick++;
                assertThat((double) tick)
                        .as("the limit is %s s", limit)
                        .isLessThan(60 + 8 * limit + 3 * jobs.size() + 200);
            }
        }

        private void bounds() {
            int[] sent = new int[2 * brokers];
            int[] received = new int[2 * brokers];
            int alone = 0;
            for (Job<Integer> job : jobs.values()) {
                if (job.begun()) {
                    sent[job.source()]++;
                    alone += job.alone() ? 1 : 0;
                    for (int at = 0; at < job.receivers().count(); at++) {
                        received[job.receivers().broker(at)]++;
                    }
                }
            }
            assertThat(java.util.Arrays.stream(sent).max().orElse(0)).isLessThanOrEqualTo(limits.perBroker());
            assertThat(java.util.Arrays.stream(received).max().orElse(0)).isLessThanOrEqualTo(limits.perBroker());
            assertThat(alone).isLessThanOrEqualTo(1);
        }

        /** Each link gives what it has to whoever comes first, in an order of chance. */
        private void copy() {
            double[] free = new double[links.count()];
            java.util.Arrays.fill(free, RATE);
            List<Integer> order = new ArrayList<>(jobs.keySet());
            java.util.Collections.shuffle(order, random);
            for (int number : order) {
                Job<Integer> job = java.util.Objects.requireNonNull(jobs.get(number));
                if (!job.begun()) {
                    continue;
                }
                long[] left = new long[job.left().count()];
                long most = 0;
                for (int at = 0; at < left.length; at++) {
                    int in = links.in(job.receivers().broker(at));
                    long bytes = (long) Math.min((double) job.left().at(at), Math.min(free[job.source()], free[in]));
                    free[job.source()] -= bytes;
                    free[in] -= bytes;
                    left[at] = job.left().at(at) - bytes;
                    most = Math.max(most, left[at]);
                }
                if (most == 0) {
                    jobs.remove(number);
                } else {
                    jobs.put(
                            number,
                            new Job<>(number, job.source(), job.receivers(), Numbers.of(left), true, job.alone()));
                }
            }
        }
    }
}
