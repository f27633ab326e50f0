package io.kash.surgery.zookeeper;

import io.kash.surgery.plan.Part;
import java.util.List;

/**
 * A part of an ensemble's tree.
 *
 * @param nodes each above its children, those in the order of their names; none when there is no such node
 * @param whole whether nothing was left out because there was too much of it
 */
public record Tree(List<Node> nodes, boolean whole) implements Part {
    public Tree {
        nodes = List.copyOf(nodes);
    }
}
