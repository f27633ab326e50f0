package io.kash.surgery.movement;

import io.kash.surgery.environment.ByteRate;

/**
 * What a move may cost while it runs.
 *
 * @param throttle the most any broker sends or receives for it
 * @param window the most partitions any broker sends, and the most it receives, at once
 * @param diskFreePercent how much of a volume must stay free, 0 to 99
 */
record MoveLimits(ByteRate throttle, int window, int diskFreePercent) {}
