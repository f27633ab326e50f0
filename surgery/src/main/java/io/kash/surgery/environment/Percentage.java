package io.kash.surgery.environment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A share as people write it: {@code 10%}.
 *
 * @param percent 0 to 100
 */
public record Percentage(int percent) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,3})\\s*%");

    public Percentage {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("'" + percent + "%' is not a percentage; write 0% to 100%");
        }
    }

    /** @throws IllegalArgumentException when the text is not a percentage; the message says what one looks like */
    @JsonCreator
    public static Percentage of(String text) {
        var form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a percentage; write it like 10%");
        }
        return new Percentage(Integer.parseInt(form.group(1)));
    }

    /** This share of a whole, rounded up. */
    public long of(long whole) {
        return -Math.floorDiv(-Math.multiplyExact(whole, (long) percent), 100L);
    }

    @Override
    @JsonValue
    public String toString() {
        return percent + "%";
    }
}
