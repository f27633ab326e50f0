package io.kash.surgery.zookeeper;

import java.util.OptionalInt;

/**
 * A ZooKeeper server as an operator names it: by its id, {@code 4}, or by where clients reach it, {@code 10.0.1.14:2181}.
 *
 * @param text as typed
 */
public record ServerName(String text) {
    public ServerName {
        if (!text.matches("[0-9]{1,3}")) {
            try {
                var unused = new ServerAddress(text);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "'" + text + "' is no server; write its id, 4, or host and port, 10.0.1.14:2181", e);
            }
        }
    }

    /** Its id; empty when it is named by its address. */
    public OptionalInt id() {
        return text.matches("[0-9]{1,3}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
