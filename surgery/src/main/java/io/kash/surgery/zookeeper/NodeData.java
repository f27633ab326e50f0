package io.kash.surgery.zookeeper;

import io.kash.surgery.plan.Part;
import java.util.Optional;

/**
 * One node with its data.
 *
 * @param node empty when there is no such node
 * @param base64 its data; empty text for a node without any
 */
public record NodeData(Optional<Node> node, String base64) implements Part {}
