package io.kash.surgery.placement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Small clusters of a seed, tidy or not: uneven racks, mixed replication factors, shared racks, reassignments. */
final class RandomClusters {
    private final Random random;
    private final boolean dirty;

    RandomClusters(long seed, boolean dirty) {
        this.random = new Random(seed);
        this.dirty = dirty;
    }

    Layout next() {
        LayoutBuilder builder = new LayoutBuilder();
        int racks = dirty ? 1 + random.nextInt(5) : 3;
        int brokers = dirty ? racks + random.nextInt(10) : racks * (2 + random.nextInt(4));
        List<Integer> ids = new ArrayList<>();
        for (int broker = 0; broker < brokers; broker++) {
            int rack = dirty && broker >= racks ? random.nextInt(racks) : broker % racks;
            builder.broker(broker + 1, dirty && racks == 1 ? Layout.NO_RACK : "rack-" + rack);
            ids.add(broker + 1);
        }
        int topics = 1 + random.nextInt(12);
        for (int topic = 0; topic < topics; topic++) {
            builder.topic("topic-" + topic);
            int partitions = 1 + random.nextInt(30);
            int factor = dirty ? 1 + random.nextInt(Math.min(4, brokers)) : 3;
            for (int partition = 0; partition < partitions; partition++) {
                int[] replicas = dirty ? anywhere(ids, factor) : oneARack(brokers / racks);
                long size = dirty && random.nextInt(20) == 0 ? 0 : (long) Math.exp(random.nextGaussian() * 2 + 16);
                builder.partition(partition, replicas, replicas.length, size, dirty && random.nextInt(25) == 0);
            }
        }
        return builder.build();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private int[] anywhere(List<Integer> ids, int factor) {
        List<Integer> shuffled = new ArrayList<>(ids);
        Collections.shuffle(shuffled, random);
        return shuffled.stream().limit(factor).mapToInt(Integer::intValue).toArray();
    }

    private int[] oneARack(int brokersARack) {
        List<Integer> racks = new ArrayList<>(List.of(0, 1, 2));
        Collections.shuffle(racks, random);
        return racks.stream()
                .mapToInt(rack -> rack + 3 * random.nextInt(brokersARack) + 1)
                .toArray();
    }
}
