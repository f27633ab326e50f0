package io.kash.surgery.zookeeper;

import io.kash.surgery.plan.Look;

/** Reads one node with its data. */
public record NodeDataLook(NodePath path) implements Look {
    @Override
    public Class<NodeData> part() {
        return NodeData.class;
    }

    @Override
    public Look and(Look other) {
        if (equals(other)) {
            return this;
        }
        throw new IllegalArgumentException("only one node is read at a time");
    }
}
