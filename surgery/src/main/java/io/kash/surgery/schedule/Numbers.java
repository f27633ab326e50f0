package io.kash.surgery.schedule;

import java.util.Arrays;

/** A few whole numbers in a fixed order: hundreds of thousands of jobs fit into memory. Never changed once made. */
public final class Numbers {
    private final long[] values;

    private Numbers(long[] values) {
        this.values = values;
    }

    public static Numbers of(long... values) {
        return new Numbers(values.clone());
    }

    public int count() {
        return values.length;
    }

    public long at(int place) {
        return values[place];
    }

    /** A broker's number. */
    int broker(int place) {
        return Math.toIntExact(values[place]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Numbers numbers && Arrays.equals(values, numbers.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
