package io.kash.surgery.zookeeper;

import io.kash.surgery.plan.Look;

/**
 * Reads a node and those below it, without their data.
 *
 * @param depth how many levels below it, 0 or more
 */
public record TreeLook(NodePath path, int depth) implements Look {
    public TreeLook {
        if (depth < 0) {
            throw new IllegalArgumentException("a depth is 0 or more");
        }
    }

    @Override
    public Class<Tree> part() {
        return Tree.class;
    }

    @Override
    public Look and(Look other) {
        if (equals(other)) {
            return this;
        }
        throw new IllegalArgumentException("only one part of the tree is read at a time");
    }
}
