package io.kash.commands.audit;

import io.kash.completions.signature.ValueType;
import java.time.Duration;
import java.util.regex.Pattern;

/** How long ago, as people write it: {@code 90m}, {@code 24h}, {@code 7d}. */
final class Ages {
    static final ValueType<Duration> TYPE = new ValueType<>(Duration.class, "age", Ages::read);

    private static final Pattern FORM = Pattern.compile("([0-9]{1,6})(s|m|h|d)");

    private Ages() {}

    private static Duration read(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not an age; write it like 90m, 24h or 7d");
        }
        long number = Long.parseLong(form.group(1));
        return switch (form.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
