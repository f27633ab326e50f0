package io.kash.bench.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.common.Uuid;

/**
 * A cluster of a seed: every partition has three replicas, one in each of three racks, all of them on old brokers; as many
 * new, empty brokers stand beside them. Brokers are numbered from 1, the new ones after the old.
 *
 * @param oldBrokers a multiple of three
 * @param topics by name
 */
record MadeUpTopics(int oldBrokers, SortedMap<String, Topic> topics) {
    private static final int[] PARTITIONS = {1, 2, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 200};
    private static final int RACKS = 3;
    /** What brokers usually hold. */
    private static final int REPLICAS_OF_A_BROKER = 2_000;

    private static final double MEAN_BYTES = 4e9;

    /** @param replicas by partition; the first leads */
    record Topic(Uuid id, List<List<Integer>> replicas, List<Long> bytes) {}

    static MadeUpTopics of(int partitions, long seed) {
        Random random = new Random(seed);
        int brokers = Math.max(1, partitions / REPLICAS_OF_A_BROKER) * RACKS;
        SortedMap<String, Topic> topics = new TreeMap<>();
        for (int left = partitions; left > 0; ) {
            int count = Math.min(left, PARTITIONS[random.nextInt(PARTITIONS.length)]);
            left -= count;
            topics.put("topic-" + topics.size(), topic(count, brokers, random));
        }
        return new MadeUpTopics(brokers, topics);
    }

    private static Topic topic(int partitions, int brokers, Random random) {
        double scale = MEAN_BYTES * Math.exp(random.nextGaussian() * 1.6 - 1.4);
        List<List<Integer>> replicas = new ArrayList<>();
        List<Long> bytes = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            int first = random.nextInt(RACKS);
            replicas.add(IntStream.range(first, first + RACKS)
                    .mapToObj(rack -> 1 + rack % RACKS + RACKS * random.nextInt(brokers / RACKS))
                    .toList());
            bytes.add((long) (scale * Math.exp(random.nextGaussian() * 0.5)));
        }
        return new Topic(new Uuid(random.nextLong(), random.nextLong()), replicas, bytes);
    }

    /** @throws IllegalArgumentException when there is none of that name */
    Topic topic(String name) {
        return Optional.ofNullable(topics.get(name))
                .orElseThrow(() -> new IllegalArgumentException("there is no topic " + name));
    }

    /** The old and the new ones. */
    List<Integer> brokers() {
        return IntStream.rangeClosed(1, 2 * oldBrokers).boxed().toList();
    }

    static String rack(int broker) {
        return "rack-" + (broker - 1) % RACKS;
    }

    /** The old brokers of one rack. */
    List<Integer> oldOfARack() {
        return IntStream.rangeClosed(1, oldBrokers)
                .filter(broker -> rack(broker).equals(rack(1)))
                .boxed()
                .toList();
    }
}
