package io.kash.lab.address;

import java.util.Locale;

/** One of the lab's three availability zones; servers are dealt to them in turn. */
public enum Zone {
    A(1),
    B(2),
    C(3);

    private final int octet;

    Zone(int octet) {
        this.octet = octet;
    }

    /** The zone of the server with this ordinal among those of its kind, the first being 1. */
    public static Zone ofOrdinal(int ordinal) {
        return values()[(ordinal - 1) % values().length];
    }

    /** How many servers of its kind are in the zone before the one with this ordinal. */
    static int rowOfOrdinal(int ordinal) {
        return (ordinal - 1) / values().length;
    }

    /** The third octet of the zone's addresses. */
    int octet() {
        return octet;
    }

    /** As brokers are told it: {@code a}. */
    public String rack() {
        return name().toLowerCase(Locale.ROOT);
    }
}
