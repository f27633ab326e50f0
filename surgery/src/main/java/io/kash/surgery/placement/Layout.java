package io.kash.surgery.placement;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who holds what, in arrays: brokers, racks, topics and partitions are numbered from 0 in the order they were given, and
 * a replica is a place in one array. A million partitions of three replicas take some forty megabytes. Made by a {@link
 * LayoutBuilder}; never changes.
 */
public final class Layout {
    /** The rack of a broker that names none: a rack of its own kind. */
    public static final String NO_RACK = "";

    private final int[] brokerIds;
    private final int[] rackOf;
    private final List<String> racks;
    private final List<String> topics;
    private final int[] topicOf;
    private final int[] numberOf;
    private final int[] start;
    private final int[] replicas;
    private final long[] sizes;
    private final BitSet reassigning;
    private final Map<Integer, Integer> byId = new HashMap<>();

    Layout(
            int[] brokerIds,
            int[] rackOf,
            List<String> racks,
            List<String> topics,
            int[] topicOf,
            int[] numberOf,
            int[] start,
            int[] replicas,
            long[] sizes,
            BitSet reassigning) {
        this.brokerIds = brokerIds;
        this.rackOf = rackOf;
        this.racks = List.copyOf(racks);
        this.topics = List.copyOf(topics);
        this.topicOf = topicOf;
        this.numberOf = numberOf;
        this.start = start;
        this.replicas = replicas;
        this.sizes = sizes;
        this.reassigning = reassigning;
        for (int broker = 0; broker < brokerIds.length; broker++) {
            byId.put(brokerIds[broker], broker);
        }
    }

    public int brokers() {
        return brokerIds.length;
    }

    public int brokerId(int broker) {
        return brokerIds[broker];
    }

    /** The number of the broker with an id, or -1 where there is none. */
    public int broker(int id) {
        return byId.getOrDefault(id, -1);
    }

    public int racks() {
        return racks.size();
    }

    public int rackOf(int broker) {
        return rackOf[broker];
    }

    /** A rack's name, or {@link #NO_RACK}. */
    public String rack(int rack) {
        return racks.get(rack);
    }

    public int topics() {
        return topics.size();
    }

    public String topic(int topic) {
        return topics.get(topic);
    }

    public int partitions() {
        return topicOf.length;
    }

    public int topicOf(int partition) {
        return topicOf[partition];
    }

    /** The partition's number within its topic. */
    public int numberOf(int partition) {
        return numberOf[partition];
    }

    /** The first replica of a partition; those up to {@link #end} are its own, the preferred leader first. */
    public int start(int partition) {
        return start[partition];
    }

    public int end(int partition) {
        return start[partition + 1];
    }

    public int replicas() {
        return replicas.length;
    }

    /** The broker a replica is on, or will be on once what runs is through. */
    public int broker(int partition, int place) {
        return replicas[start[partition] + place];
    }

    /** The broker of a replica, counted from {@link #start}. */
    int brokerOf(int replica) {
        return replicas[replica];
    }

    /** Bytes of one replica, 0 or more. */
    public long size(int partition) {
        return sizes[partition];
    }

    /** Whether a reassignment of the partition runs; its replicas here are where that one takes them. */
    public boolean reassigning(int partition) {
        return reassigning.get(partition);
    }

    /** All replicas, to be worked on: a copy. */
    int[] copyOfReplicas() {
        return replicas.clone();
    }

    int[] replicaArray() {
        return replicas;
    }

    int[] topicArray() {
        return topicOf;
    }

    /** The same with its partitions in another order, so that work that goes through them in it stays in one place. */
    Layout inOrder(int[] order) {
        int[] topicsThen = new int[order.length];
        int[] startsThen = new int[order.length + 1];
        int[] replicasThen = new int[replicas.length];
        long[] sizesThen = new long[order.length];
        BitSet reassigningThen = new BitSet();
        int next = 0;
        for (int i = 0; i < order.length; i++) {
            int partition = order[i];
            topicsThen[i] = topicOf[partition];
            sizesThen[i] = sizes[partition];
            reassigningThen.set(i, reassigning.get(partition));
            for (int replica = start[partition]; replica < start[partition + 1]; replica++) {
                replicasThen[next++] = replicas[replica];
            }
            startsThen[i + 1] = next;
        }
        return new Layout(
                brokerIds,
                rackOf,
                racks,
                topics,
                topicsThen,
                order,
                startsThen,
                replicasThen,
                sizesThen,
                reassigningThen);
    }

    long[] sizeArray() {
        return sizes;
    }

    @Override
    public String toString() {
        return brokers() + " brokers, " + partitions() + " partitions, racks " + Arrays.toString(racks.toArray());
    }
}
