package io.kash.surgery.throttle;

import java.util.OptionalLong;

/**
 * What a cluster bears while replicas are copied, as far as it is seen.
 *
 * @param acknowledgedWithinMillis the time within which 99 of 100 records were acknowledged since the last look, in
 *     milliseconds; empty where nobody wrote any that was watched
 * @param outOfSync replicas on living brokers that are not in sync, those aside that are being added
 */
public record Burden(OptionalLong acknowledgedWithinMillis, int outOfSync) {}
