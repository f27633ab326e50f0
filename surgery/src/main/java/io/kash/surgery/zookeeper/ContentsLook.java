package io.kash.surgery.zookeeper;

import io.kash.surgery.plan.Look;
import java.util.List;
import java.util.TreeSet;

/**
 * Reads parts of the tree from every server of the ensemble.
 *
 * @param paths the topmost node of each part, in their order as text
 */
public record ContentsLook(List<NodePath> paths) implements Look {
    public ContentsLook {
        paths = List.copyOf(new TreeSet<>(paths));
    }

    @Override
    public Class<Contents> part() {
        return Contents.class;
    }

    @Override
    public Look and(Look other) {
        if (!(other instanceof ContentsLook look)) {
            throw new IllegalArgumentException("not a look at what servers hold: " + other);
        }
        TreeSet<NodePath> both = new TreeSet<>(paths);
        both.addAll(look.paths);
        return new ContentsLook(List.copyOf(both));
    }
}
