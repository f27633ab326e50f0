package io.kash.shell.script;

import io.kash.completions.signature.ValueType;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as people write them: {@code 500ms}, {@code 60s}, {@code 5m}, {@code 2h}. */
final class Spans {
    static final ValueType<Duration> TYPE = new ValueType<>(Duration.class, "time", Spans::read);

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,8})(ms|s|m|h)");

    private Spans() {}

    private static Duration read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a span of time; write it like 60s or 5m");
        }
        long count = Long.parseLong(form.group(1));
        return switch (form.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofSeconds(count);
        };
    }

    /** {@code 75 s}: whole seconds, as a person counts them while waiting. */
    static String seconds(Duration time) {
        return time.toSeconds() + " s";
    }
}
