package io.kash.surgery.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How near levelling comes to the fewest bytes and the fewest changes of leaders there can be. */
class FewestTest {
    private static final int PARTITIONS = 14;

    private static Balance level(Layout layout) {
        BitSet all = new BitSet();
        all.set(0, layout.brokers());
        Aim aim = new Aim(new BitSet(), all, new BitSet(), Aim.Reach.LEVEL);
        return Balance.of(new BalancedPlacement().place(layout, aim), aim);
    }

    /** Two brokers, partitions of one replica: few large ones and many small ones. */
    private static Layout two(Random random) {
        LayoutBuilder builder = new LayoutBuilder();
        builder.broker(0, "a");
        builder.broker(1, "a");
        for (int partition = 0; partition < PARTITIONS; partition++) {
            builder.topic("t" + partition);
            int broker = random.nextInt(3) == 0 ? 1 : 0;
            builder.partition(0, new int[] {broker}, 1, (long) Math.exp(random.nextGaussian() * 1.5 + 14), false);
        }
        return builder.build();
    }

    /** The fewest bytes that level two brokers, by trying every way to place what they hold; or -1. */
    private static long fewestBytes(Layout layout) {
        long fewest = -1;
        for (int placed = 0; placed < 1 << PARTITIONS; placed++) {
            long[] bytes = new long[2];
            long moved = 0;
            for (int partition = 0; partition < PARTITIONS; partition++) {
                int broker = placed >> partition & 1;
                bytes[broker] += layout.size(partition);
                moved += layout.broker(partition, 0) == broker ? 0 : layout.size(partition);
            }
            boolean even = Math.abs(bytes[0] - bytes[1]) <= (bytes[0] + bytes[1]) / 2.0 * Release.SPREAD;
            if (even && Integer.bitCount(placed) * 2 == PARTITIONS && (fewest < 0 || moved < fewest)) {
                fewest = moved;
            }
        }
        return fewest;
    }

    @Test
    void two_small_brokers_are_levelled_with_nearly_the_fewest_bytes() {
        Random random = new Random(42);
        double moved = 0;
        double fewest = 0;
        for (int i = 0; i < 200; i++) {
            Layout layout = two(random);
            Balance balance = level(layout);
            long least = fewestBytes(layout);
            if (least > 0 && balance.racks().get(0).even()) {
                moved += balance.bytesMoved();
                fewest += least;
            }
        }
        assertThat(moved / fewest).isBetween(1.0, 1.05);
    }

    /** Three racks of four brokers, the first ones with more than the last, and three replicas of every partition. */
    private static Layout slope(Random random) {
        LayoutBuilder builder = new LayoutBuilder();
        IntStream.range(0, 12).forEach(broker -> builder.broker(broker, "rack-" + broker % 3));
        for (int partition = 0; partition < 1200; partition++) {
            builder.topic("t" + partition);
            int first = random.nextInt(3);
            int[] replicas = IntStream.range(first, first + 3)
                    .map(rack -> rack % 3 + 3 * Math.min(random.nextInt(4), random.nextInt(5)))
                    .toArray();
            builder.partition(0, replicas, 3, (long) Math.exp(random.nextGaussian() + 16), false);
        }
        return builder.build();
    }

    @Test
    void leaders_change_hardly_more_often_than_their_numbers_ask_for() {
        Random random = new Random(42);
        double changes = 0;
        double fewest = 0;
        for (int i = 0; i < 20; i++) {
            Layout layout = slope(random);
            changes += level(layout).leaderChanges();
            int[] led = new int[layout.brokers()];
            IntStream.range(0, layout.partitions()).forEach(partition -> led[layout.broker(partition, 0)]++);
            fewest += IntStream.of(led).map(one -> Math.max(0, one - 100)).sum();
        }
        assertThat(changes / fewest).isBetween(1.0, 1.05);
    }
}
