package io.kash.surgery.traffic;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/**
 * A set of numbers, 0 or more, kept as ranges: {@code 0-99,101}. A canary's are nearly without gaps, so it stays small
 * however many there are. Not safe for use by several threads.
 */
public final class Numbers {
    private final TreeMap<Long, Long> lastByFirst = new TreeMap<>();
    private long count;

    /** @throws IllegalArgumentException when the text is not a list of ranges */
    @JsonCreator
    public static Numbers of(String text) {
        Numbers numbers = new Numbers();
        for (String range : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            int dash = range.indexOf('-');
            long first = Long.parseLong(dash < 0 ? range : range.substring(0, dash));
            long last = dash < 0 ? first : Long.parseLong(range.substring(dash + 1));
            Map.Entry<Long, Long> before = numbers.lastByFirst.lastEntry();
            if (first < 0 || last < first || (before != null && before.getValue() >= first)) {
                throw new IllegalArgumentException("not ascending ranges: " + text);
            }
            numbers.lastByFirst.put(first, last);
            numbers.count += last - first + 1;
        }
        return numbers;
    }

    /** False when it is in already. */
    public boolean add(long number) {
        Map.Entry<Long, Long> below = lastByFirst.floorEntry(number);
        if (below != null && below.getValue() >= number) {
            return false;
        }
        boolean joinsBelow = below != null && below.getValue() == number - 1;
        Long above = lastByFirst.remove(number + 1);
        long first = joinsBelow && below != null ? below.getKey() : number;
        lastByFirst.put(first, above == null ? number : above);
        count++;
        return true;
    }

    public boolean contains(long number) {
        Map.Entry<Long, Long> below = lastByFirst.floorEntry(number);
        return below != null && below.getValue() >= number;
    }

    public long count() {
        return count;
    }

    /** Those that are in here and not in the other. */
    public Numbers without(Numbers other) {
        Numbers rest = new Numbers();
        each(number -> {
            if (!other.contains(number)) {
                rest.add(number);
            }
        });
        return rest;
    }

    private void each(LongConsumer what) {
        lastByFirst.forEach((first, last) -> {
            for (long number = first; number <= last; number++) {
                what.accept(number);
            }
        });
    }

    /** The same numbers, which no longer change with these. */
    public Numbers copy() {
        Numbers copy = new Numbers();
        copy.lastByFirst.putAll(lastByFirst);
        copy.count = count;
        return copy;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Numbers numbers && lastByFirst.equals(numbers.lastByFirst);
    }

    @Override
    public int hashCode() {
        return lastByFirst.hashCode();
    }

    @Override
    @JsonValue
    public String toString() {
        StringJoiner ranges = new StringJoiner(",");
        lastByFirst.forEach((first, last) -> ranges.add(first.equals(last) ? first.toString() : first + "-" + last));
        return ranges.toString();
    }
}
