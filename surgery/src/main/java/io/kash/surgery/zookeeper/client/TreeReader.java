package io.kash.surgery.zookeeper.client;

import io.kash.surgery.operation.PartReader;
import io.kash.surgery.zookeeper.Node;
import io.kash.surgery.zookeeper.NodePath;
import io.kash.surgery.zookeeper.Tree;
import io.kash.surgery.zookeeper.TreeLook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;

/** Reads a part of the tree, node by node, up to a number and a time; says so when that was not all. */
final class TreeReader implements PartReader<TreeLook> {
    private static final int MOST_NODES = 5_000;
    private static final Duration LONGEST = Duration.ofSeconds(6);

    private final TreeClient client;

    TreeReader(TreeClient client) {
        this.client = client;
    }

    @Override
    public Class<TreeLook> answers() {
        return TreeLook.class;
    }

    @Override
    public Tree read(TreeLook look) {
        return client.read(look.path(), session -> new Walk(session, System.nanoTime() + LONGEST.toNanos())
                .from(look.path(), look.depth()));
    }

    private static final class Walk {
        private final ZooKeeper session;
        private final long endNanos;
        private final List<Node> nodes = new ArrayList<>();
        private boolean whole = true;

        Walk(ZooKeeper session, long endNanos) {
            this.session = session;
            this.endNanos = endNanos;
        }

        Tree from(NodePath path, int depth) throws KeeperException, InterruptedException {
            visit(path, depth);
            return new Tree(nodes, whole);
        }

        /** A node that went away meanwhile is left out. */
        private void visit(NodePath path, int depth) throws KeeperException, InterruptedException {
            if (nodes.size() >= MOST_NODES || System.nanoTime() > endNanos) {
                whole = false;
                return;
            }
            Stat stat = session.exists(path.value(), false);
            if (stat == null) {
                return;
            }
            nodes.add(TreeClient.node(path, stat));
            if (depth > 0 && stat.getNumChildren() > 0) {
                for (String child : children(path)) {
                    visit(path.child(child), depth - 1);
                }
            }
        }

        private List<String> children(NodePath path) throws KeeperException, InterruptedException {
            try {
                return session.getChildren(path.value(), false).stream()
                        .sorted()
                        .toList();
            } catch (KeeperException.NoNodeException e) {
                return List.of();
            } catch (KeeperException.NoAuthException e) {
                whole = false;
                return List.of();
            }
        }
    }
}
