package io.kash.surgery.zookeeper;

import java.util.List;

/** The path of a node in an ensemble's tree, from its root whatever chroot clients use: {@code /brokers/ids}. */
public record NodePath(String value) implements Comparable<NodePath> {
    public static final NodePath ROOT = new NodePath("/");

    public NodePath {
        List<String> names =
                List.of(value.substring(Math.min(1, value.length())).split("/", -1));
        boolean root = value.equals("/");
        if (!value.startsWith("/")
                || (!root && names.contains(""))
                || names.contains(".")
                || names.contains("..")
                || value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("'" + value + "' is not a path; write it like /brokers/ids");
        }
    }

    /** The path of a child. */
    public NodePath child(String name) {
        return new NodePath(value.equals("/") ? "/" + name : value + "/" + name);
    }

    /** What stands behind the last slash; the root's name is its path. */
    public String name() {
        return value.equals("/") ? value : value.substring(value.lastIndexOf('/') + 1);
    }

    /** How many nodes are above it. */
    public int depth() {
        return value.equals("/") ? 0 : (int) value.chars().filter(c -> c == '/').count();
    }

    @Override
    public int compareTo(NodePath other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
