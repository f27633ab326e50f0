package io.kash.lab.traffic;

import java.time.Duration;

/**
 * What the producer has been told so far.
 *
 * @param acked records acknowledged by all in-sync replicas
 * @param failed records that certainly were not written
 * @param unknown records that may or may not have been written
 * @param longestAck the longest time between sending a record and its acknowledgement
 */
public record TrafficCount(long acked, long failed, long unknown, Duration longestAck) {}
