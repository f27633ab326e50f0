package io.kash.surgery.zookeeper.client;

import io.kash.surgery.zookeeper.NodePath;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HexFormat;
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
 * What one server holds in parts of the tree.
 *
 * @param byPath what stands at each node: transactions of its making and last change, version, and a digest of its data
 */
record Holding(SortedMap<String, String> byPath) {
    /** Some seconds' reading. */
    static final int MOST = 5_000;

    private static final String OWN = "/zookeeper";
    private static final String UNREADABLE = "not readable";

    Holding {
        byPath = Collections.unmodifiableSortedMap(new TreeMap<>(byPath));
    }

    /** Walks the parts, the topmost nodes first, up to a number of nodes. */
    static Holding of(ZooKeeper session, List<NodePath> paths) throws KeeperException, InterruptedException {
        SortedMap<String, String> byPath = new TreeMap<>();
        Deque<NodePath> left = new ArrayDeque<>(paths);
        while (!left.isEmpty() && byPath.size() < MOST) {
            NodePath path = left.remove();
            Optional<String> held = at(session, path.value());
            if (held.isPresent()
                    && byPath.put(path.value(), held.get()) == null
                    && !held.get().equals(UNREADABLE)) {
                children(session, path).forEach(child -> left.add(path.child(child)));
            }
        }
        return new Holding(byPath);
    }

    /** Empty for a node that is not there, that belongs to a session, or that is ZooKeeper's own. */
    static Optional<String> at(ZooKeeper session, String path) throws KeeperException, InterruptedException {
        if (path.equals(OWN) || path.startsWith(OWN + "/")) {
            return Optional.empty();
        }
        Stat stat = new Stat();
        try {
            return Handle.data(session, path, stat)
                    .filter(data -> stat.getEphemeralOwner() == 0)
                    .map(data -> stat.getCzxid() + " " + stat.getMzxid() + " " + stat.getVersion() + " "
                            + HexFormat.of().formatHex(sha256().digest(data)));
        } catch (KeeperException.NoAuthException e) {
            return Optional.of(UNREADABLE);
        }
    }

    private static List<String> children(ZooKeeper session, NodePath path)
            throws KeeperException, InterruptedException {
        try {
            return session.getChildren(path.value(), false).stream().sorted().toList();
        } catch (KeeperException.NoNodeException | KeeperException.NoAuthException e) {
            return List.of();
        }
    }

    String digest() {
        MessageDigest digest = sha256();
        byPath.forEach((path, held) -> digest.update((path + "\0" + held + "\0").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Paths at which the other holds something else, or nothing. */
    SortedSet<String> differingFrom(Holding other) {
        SortedSet<String> paths = new TreeSet<>(byPath.keySet());
        paths.addAll(other.byPath.keySet());
        paths.removeIf(
                path -> Optional.ofNullable(byPath.get(path)).equals(Optional.ofNullable(other.byPath.get(path))));
        return paths;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
