package io.kash.surgery.zookeeper;

import java.time.Instant;
import java.util.Optional;

/**
 * A node of an ensemble's tree, without its data.
 *
 * @param children how many it has
 * @param bytes how much data it holds
 * @param owner the session it goes with, in hex with {@code 0x}; empty for a node that stays
 * @param version how often its data was changed
 * @param changed when its data was last changed
 */
public record Node(NodePath path, int children, int bytes, Optional<String> owner, int version, Instant changed) {}
