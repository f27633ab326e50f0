package io.kash.surgery.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers a {@link Layout}, in any order of brokers and topics: {@code topic}, then its partitions. */
public final class LayoutBuilder {
    private final Map<Integer, String> brokers = new LinkedHashMap<>();
    private final List<String> topics = new ArrayList<>();
    private int[] topicOf = new int[64];
    private int[] numberOf = new int[64];
    private int[] start = new int[65];
    private long[] sizes = new long[64];
    private int[] replicas = new int[192];
    private final BitSet reassigning = new BitSet();
    private int partitions;

    /** @return whether it was not there yet */
    public boolean broker(int id, String rack) {
        return brokers.putIfAbsent(id, rack) == null;
    }

    /** Begins a topic; the partitions that follow are its own. */
    public void topic(String name) {
        topics.add(name);
    }

    /**
     * Adds a partition of the topic begun last.
     *
     * @param ids where its replicas will be once what runs is through, the preferred leader first
     * @param count how many of them are meant
     */
    public void partition(int number, int[] ids, int count, long bytes, boolean isReassigning) {
        if (partitions == topicOf.length) {
            int more = partitions * 2;
            topicOf = Arrays.copyOf(topicOf, more);
            numberOf = Arrays.copyOf(numberOf, more);
            start = Arrays.copyOf(start, more + 1);
            sizes = Arrays.copyOf(sizes, more);
        }
        int at = start[partitions];
        if (at + count > replicas.length) {
            replicas = Arrays.copyOf(replicas, Math.max(replicas.length * 2, at + count));
        }
        System.arraycopy(ids, 0, replicas, at, count);
        topicOf[partitions] = topics.size() - 1;
        numberOf[partitions] = number;
        sizes[partitions] = bytes;
        reassigning.set(partitions, isReassigning);
        start[++partitions] = at + count;
    }

    /** What was gathered. A broker that only a list of replicas names is one that has no rack. The builder is spent. */
    public Layout build() {
        int[] ids = new int[brokers.size()];
        int[] rackOf = new int[brokers.size()];
        Map<String, Integer> racks = new LinkedHashMap<>();
        int broker = 0;
        for (Map.Entry<Integer, String> entry : brokers.entrySet()) {
            ids[broker] = entry.getKey();
            rackOf[broker++] = racks.computeIfAbsent(entry.getValue(), rack -> racks.size());
        }
        BrokerNumbers numbers = new BrokerNumbers(ids);
        int[] numbered = Arrays.copyOf(replicas, start[partitions]);
        replicas = new int[0];
        for (int replica = 0; replica < numbered.length; replica++) {
            numbered[replica] = numbers.of(numbered[replica]);
        }
        int all = numbers.count();
        int[] allRacks = Arrays.copyOf(rackOf, all);
        if (all > ids.length) {
            Arrays.fill(allRacks, ids.length, all, racks.computeIfAbsent(Layout.NO_RACK, rack -> racks.size()));
        }
        return new Layout(
                numbers.ids(),
                allRacks,
                new ArrayList<>(racks.keySet()),
                topics,
                Arrays.copyOf(topicOf, partitions),
                Arrays.copyOf(numberOf, partitions),
                Arrays.copyOf(start, partitions + 1),
                numbered,
                Arrays.copyOf(sizes, partitions),
                reassigning);
    }

    /** Ids to numbers. The ids of most clusters are small, so a table answers nearly all. */
    private static final class BrokerNumbers {
        private static final int TABLE = 1 << 14;

        private final short[] small = new short[TABLE];
        private final Map<Integer, Integer> large = new HashMap<>();
        private int[] ids;
        private int count;

        BrokerNumbers(int[] ids) {
            this.ids = ids;
            Arrays.fill(small, (short) -1);
            for (int id : ids) {
                remember(id);
            }
        }

        int of(int id) {
            if (id < TABLE && small[id] >= 0) {
                return small[id];
            }
            Integer number = large.get(id);
            if (number != null) {
                return number;
            }
            if (count == ids.length) {
                ids = Arrays.copyOf(ids, count * 2 + 8);
            }
            ids[count] = id;
            return remember(id);
        }

        private int remember(int id) {
            if (id < TABLE && count <= Short.MAX_VALUE) {
                small[id] = (short) count;
            } else {
                large.put(id, count);
            }
            return count++;
        }

        int count() {
            return count;
        }

        int[] ids() {
            return Arrays.copyOf(ids, count);
        }
    }
}
