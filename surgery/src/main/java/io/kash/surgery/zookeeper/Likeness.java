package io.kash.surgery.zookeeper;

import java.util.List;

/**
 * How one server's tree compares to the leader's, both read at their own client ports after a sync. A transaction id says
 * nothing here: two halves of a split ensemble come to the same one with different trees.
 *
 * @param mark what it holds at {@link MarkEnsemble#PATH}; empty when there is nothing
 * @param compared nodes that were compared, the topmost first
 * @param differing paths that only one of them has, or that hold something else; at most a few
 */
public record Likeness(String mark, int compared, List<String> differing) {
    public Likeness {
        differing = List.copyOf(differing);
    }
}
