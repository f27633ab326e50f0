package io.kash.bench.placement;

/** Sizes of clusters, from a test bed to the largest there are. */
enum Size {
    S(6, 300, 2e9),
    M(60, 20_000, 4e9),
    L(600, 200_000, 4e9),
    XL(1000, 1_000_000, 1.5e9);

    final int brokers;
    final int partitions;
    /** Mean bytes of a partition. */
    final double bytes;

    Size(int brokers, int partitions, double bytes) {
        this.brokers = brokers;
        this.partitions = partitions;
        this.bytes = bytes;
    }
}
