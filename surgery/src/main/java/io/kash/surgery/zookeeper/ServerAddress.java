package io.kash.surgery.zookeeper;

import java.util.regex.Pattern;

/** A ZooKeeper server by host and client port: {@code 10.0.1.5:2181}. */
public record ServerAddress(String value) implements Comparable<ServerAddress> {
    private static final Pattern FORM = Pattern.compile("(\\[[0-9a-fA-F:.%]+]|[^\\s:\\[\\]]+):[0-9]{1,5}");

    public ServerAddress {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'" + value + "' is not a server; write host and port: zookeeper-1:2181");
        }
    }

    @Override
    public int compareTo(ServerAddress other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
