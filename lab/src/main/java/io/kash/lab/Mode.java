package io.kash.lab;

/** Where the lab's brokers keep their metadata. */
public enum Mode {
    /** In an ensemble of ZooKeeper servers, one per zone. */
    ZOOKEEPER,
    /** In a dynamic quorum of KRaft controllers, one per zone, apart from the brokers. */
    KRAFT
}
