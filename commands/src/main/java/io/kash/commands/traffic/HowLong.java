package io.kash.commands.traffic;

import io.kash.completions.signature.ValueType;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time on a command line: {@code 30s}, {@code 5m}, {@code 2h}. */
final class HowLong {
    static final ValueType<Duration> TYPE = new ValueType<>(Duration.class, "time", HowLong::of);

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,5})([smh])");

    private HowLong() {}

    private static Duration of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a time; write 30s, 5m or 2h");
        }
        long number = Long.parseLong(form.group(1));
        return switch (form.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }
}
