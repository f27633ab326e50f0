package io.kash.surgery.zookeeper.client;

import io.kash.surgery.zookeeper.Likeness;
import io.kash.surgery.zookeeper.MarkEnsemble;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;

/**
 * Compares the trees of two servers, node by node, the topmost first. A split shows near the root: what was created on one
 * side is missing on the other. Nodes that change while they are read are left out, by their transaction: only what both
 * servers must have, since it is older than the mark, is compared.
 */
final class Trees {
    /** A look at both takes a second or two then; ensembles of large clusters have far more nodes, most of them alike. */
    static final int MOST = 2_000;

    private static final int NAMED = 5;
    private static final String OWN = "/zookeeper";

    private Trees() {}

    /** @param mark what the second server shows as the ensemble's mark */
    static Likeness compare(Handle leader, Handle other, String mark) throws KeeperException, InterruptedException {
        Stat marked = new Stat();
        var unused = Handle.data(leader.zookeeper(), MarkEnsemble.PATH, marked);
        SortedMap<String, Node> there = walk(leader.zookeeper());
        SortedMap<String, Node> here = walk(other.zookeeper());
        SortedSet<String> paths = new TreeSet<>(there.keySet());
        paths.addAll(here.keySet());
        List<String> differing = new ArrayList<>();
        for (String path : paths) {
            Optional<Node> first = Optional.ofNullable(there.get(path));
            Optional<Node> second = Optional.ofNullable(here.get(path));
            if (!first.equals(second)
                    && changedBefore(marked.getMzxid(), first, second)
                    && differ(leader.zookeeper(), other.zookeeper(), path)) {
                differing.add(path);
            }
        }
        return new Likeness(mark, paths.size(), differing.subList(0, Math.min(NAMED, differing.size())));
    }

    private static boolean changedBefore(long zxid, Optional<Node> first, Optional<Node> second) {
        return first.map(Node::zxid).orElse(0L) < zxid && second.map(Node::zxid).orElse(0L) < zxid;
    }

    /** A node that one of them did not have at first may have been deleted, or lie beyond the walk's end. */
    private static boolean differ(ZooKeeper leader, ZooKeeper other, String path)
            throws KeeperException, InterruptedException {
        return !read(leader, path).equals(read(other, path));
    }

    private static SortedMap<String, Node> walk(ZooKeeper zookeeper) throws KeeperException, InterruptedException {
        SortedMap<String, Node> nodes = new TreeMap<>();
        Deque<String> left = new ArrayDeque<>(List.of("/"));
        while (!left.isEmpty() && nodes.size() < MOST) {
            String path = left.remove();
            Optional<Node> node = read(zookeeper, path);
            if (node.isEmpty()) {
                continue;
            }
            nodes.put(path, node.get());
            for (String child : new TreeSet<>(children(zookeeper, path))) {
                String below = path.equals("/") ? "/" + child : path + "/" + child;
                if (!below.equals(OWN)) {
                    left.add(below);
                }
            }
        }
        return nodes;
    }

    private static List<String> children(ZooKeeper zookeeper, String path)
            throws KeeperException, InterruptedException {
        try {
            return zookeeper.getChildren(path, false);
        } catch (KeeperException.NoNodeException | KeeperException.NoAuthException e) {
            return List.of();
        }
    }

    /** Empty for a node that is not there, that belongs to a session, or that may not be read. */
    private static Optional<Node> read(ZooKeeper zookeeper, String path) throws KeeperException, InterruptedException {
        Stat stat = new Stat();
        try {
            Optional<byte[]> data = Handle.data(zookeeper, path, stat);
            return data.filter(bytes -> stat.getEphemeralOwner() == 0)
                    .map(bytes ->
                            new Node(stat.getCzxid(), stat.getMzxid(), stat.getVersion(), Arrays.hashCode(bytes)));
        } catch (KeeperException.NoAuthException e) {
            return Optional.empty();
        }
    }

    private record Node(long created, long zxid, int version, int content) {}
}
