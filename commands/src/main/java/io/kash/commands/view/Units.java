package io.kash.commands.view;

import java.time.Duration;
import java.util.Locale;

/** Quantities as people write them. The same everywhere, so that two screens never seem to disagree. */
public final class Units {
    private static final String[] BINARY = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    private static final String[] DECIMAL = {"B/s", "kB/s", "MB/s", "GB/s", "TB/s", "PB/s", "EB/s"};

    private Units() {}

    /** Three digits and a binary unit: {@code 18.2 GiB}; whole bytes below 1 KiB. */
    public static String bytes(long bytes) {
        return scaled(bytes, 1024, BINARY);
    }

    /** Three digits and a decimal unit, as network rates are given: {@code 79 MB/s}. */
    public static String rate(long bytesPerSecond) {
        return scaled(bytesPerSecond, 1000, DECIMAL);
    }

    /** The two largest units: {@code 8h 25m}, {@code 3m 10s}, {@code 41s}, {@code 2d 4h}; {@code 0s} below a second. */
    public static String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return seconds + "s";
        }
        if (seconds < 3600) {
            return pair(seconds / 60, "m", seconds % 60, "s");
        }
        if (seconds < 86_400) {
            return pair(seconds / 3600, "h", seconds % 3600 / 60, "m");
        }
        return pair(seconds / 86_400, "d", seconds % 86_400 / 3600, "h");
    }

    /** {@code 3m 10s ago}; {@code now} below a second. */
    public static String ago(Duration age) {
        return age.toSeconds() < 1 ? "now" : duration(age) + " ago";
    }

    /** With separators between thousands: {@code 1,234,567}. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A count and its noun: {@code 1 topic}, {@code 1,200 topics}. */
    public static String count(long count, String noun) {
        return count(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** A whole percentage, rounded down, so that it never says 100 too early: {@code 71 %}. */
    public static String percent(long part, long whole) {
        return whole <= 0 ? percent(0) : percent((int) (part / (double) whole * 100));
    }

    public static String percent(int percent) {
        return percent + " %";
    }

    private static String pair(long large, String largeUnit, long small, String smallUnit) {
        return small == 0 ? large + largeUnit : large + largeUnit + " " + small + smallUnit;
    }

    private static String scaled(long quantity, int base, String[] units) {
        double value = quantity;
        int unit = 0;
        // 999.5 would be written with four digits, so it belongs to the next unit.
        while (Math.abs(value) >= (unit == 0 ? base : Math.min(base, 999.5)) && unit < units.length - 1) {
            value /= base;
            unit++;
        }
        return digits(value, unit) + " " + units[unit];
    }

    private static String digits(double value, int unit) {
        double size = Math.abs(value);
        int decimals = unit == 0 || size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2;
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }
}
