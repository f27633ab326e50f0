package io.kash.surgery.environment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A rate as people write it: {@code 80MB/s}, {@code 512KiB/s}, {@code 1048576B/s}.
 *
 * @param bytesPerSecond at least 1
 */
public record ByteRate(long bytesPerSecond) {
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,11})\\s*(B|KB|MB|GB|KiB|MiB|GiB)/s");

    public ByteRate {
        if (bytesPerSecond < 1) {
            throw new IllegalArgumentException("a rate is at least 1 B/s");
        }
    }

    /** @throws IllegalArgumentException when the text is not a rate; the message says what one looks like */
    @JsonCreator
    public static ByteRate of(String text) {
        var form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a rate; write it like 80MB/s or 512KiB/s");
        }
        return new ByteRate(Math.multiplyExact(Long.parseLong(form.group(1)), factor(form.group(2))));
    }

    private static long factor(String unit) {
        return switch (unit) {
            case "KB" -> 1_000L;
            case "MB" -> 1_000_000L;
            case "GB" -> 1_000_000_000L;
            case "KiB" -> 1L << 10;
            case "MiB" -> 1L << 20;
            case "GiB" -> 1L << 30;
            default -> 1L;
        };
    }

    @Override
    @JsonValue
    public String toString() {
        if (bytesPerSecond % 1_000_000 == 0) {
            return bytesPerSecond / 1_000_000 + "MB/s";
        }
        return bytesPerSecond + "B/s";
    }
}
