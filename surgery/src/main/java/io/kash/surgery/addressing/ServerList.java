package io.kash.surgery.addressing;

import java.util.Arrays;
import java.util.List;

/** Which servers a list names while one ensemble takes the place of another. */
public enum ServerList {
    /** Those there were before. */
    OLD("old"),
    /** Both, while they are one ensemble. */
    JOINT("joint"),
    /** Those that stay. */
    FINAL("final");

    private final String word;

    ServerList(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static List<ServerList> all() {
        return Arrays.asList(values());
    }
}
