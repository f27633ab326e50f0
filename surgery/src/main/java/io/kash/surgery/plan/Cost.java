package io.kash.surgery.plan;

/**
 * What a plan costs while it runs.
 *
 * @param bytesToMove bytes that will cross the network to new replicas
 * @param bytesThatMustMove the least any plan for the same request would move
 * @param bytesPerSecond the rate it is limited to, 0 where nothing is moved or limited
 * @param window partitions in flight at once, 0 where nothing is moved
 */
public record Cost(long bytesToMove, long bytesThatMustMove, long bytesPerSecond, int window) {
    public static final Cost NOTHING = new Cost(0, 0, 0, 0);
}
