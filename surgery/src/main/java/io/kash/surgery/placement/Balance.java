package io.kash.surgery.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a placement comes to.
 *
 * @param replicasMoved replicas copied to a broker that did not hold them
 * @param bytesMoved what they weigh
 * @param partitionsChanged partitions whose list of replicas becomes another
 * @param leaderChanges partitions whose preferred leader becomes another
 * @param impossible partitions left as they are, for one of their replicas has no broker
 * @param racks how even it is within each rack
 */
public record Balance(
        long replicasMoved,
        long bytesMoved,
        long partitionsChanged,
        long leaderChanges,
        long impossible,
        List<Rack> racks) {
    public Balance {
        racks = List.copyOf(racks);
    }

    /**
     * The brokers of one rack that may hold replicas afterwards.
     *
     * @param spreadPercent how far the most and the fewest bytes are apart, in percent of their mean
     */
    public record Rack(
            String name,
            int brokers,
            int fewestReplicas,
            int mostReplicas,
            int fewestLeaders,
            int mostLeaders,
            double spreadPercent) {
        /** Whether numbers are within one and bytes within one percent. */
        public boolean even() {
            return mostReplicas - fewestReplicas <= 1 && spreadPercent <= 1;
        }
    }

    public static Balance of(Placed placed, Aim aim) {
        return new Reckoning(placed, aim).balance();
    }

    /** Goes through all partitions once. */
    private static final class Reckoning {
        private final Layout layout;
        private final Aim aim;
        private final int[] replicas;
        private final int[] leaders;
        private final long[] bytes;
        private final int impossible;
        private long replicasMoved;
        private long bytesMoved;
        private long changed;
        private long leaderChanges;
        private int place;

        Reckoning(Placed placed, Aim aim) {
            this.layout = placed.layout();
            this.aim = aim;
            this.replicas = new int[layout.brokers()];
            this.leaders = new int[layout.brokers()];
            this.bytes = new long[layout.brokers()];
            this.impossible = placed.impossible().cardinality();
            for (int partition = 0; partition < layout.partitions(); partition++) {
                int one = partition;
                place = 0;
                placed.brokers(partition, broker -> count(one, broker));
                changed += placed.changes(partition) ? 1 : 0;
            }
        }

        private void count(int partition, int broker) {
            if (place++ == 0) {
                leaders[broker]++;
                leaderChanges += broker == layout.broker(partition, 0) ? 0 : 1;
            }
            replicas[broker]++;
            bytes[broker] += layout.size(partition);
            if (!heldBefore(partition, broker)) {
                replicasMoved++;
                bytesMoved += layout.size(partition);
            }
        }

        private boolean heldBefore(int partition, int broker) {
            for (int i = 0; i < layout.end(partition) - layout.start(partition); i++) {
                if (layout.broker(partition, i) == broker) {
                    return true;
                }
            }
            return false;
        }

        Balance balance() {
            List<Rack> racks = new ArrayList<>();
            for (int rack = 0; rack < layout.racks(); rack++) {
                int number = rack;
                int[] brokers = aim.receiving().stream()
                        .filter(broker -> layout.rackOf(broker) == number)
                        .toArray();
                if (brokers.length > 0) {
                    racks.add(rack(layout.rack(rack), brokers));
                }
            }
            return new Balance(replicasMoved, bytesMoved, changed, leaderChanges, impossible, racks);
        }

        private Rack rack(String name, int[] brokers) {
            long[] held = Arrays.stream(brokers)
                    .mapToLong(broker -> bytes[broker])
                    .sorted()
                    .toArray();
            double mean = Arrays.stream(held).average().orElse(0);
            return new Rack(
                    name,
                    brokers.length,
                    Arrays.stream(brokers).map(broker -> replicas[broker]).min().orElse(0),
                    Arrays.stream(brokers).map(broker -> replicas[broker]).max().orElse(0),
                    Arrays.stream(brokers).map(broker -> leaders[broker]).min().orElse(0),
                    Arrays.stream(brokers).map(broker -> leaders[broker]).max().orElse(0),
                    mean == 0 ? 0 : (held[held.length - 1] - held[0]) * 100 / mean);
        }
    }
}
