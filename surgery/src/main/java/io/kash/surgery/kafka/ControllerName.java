package io.kash.surgery.kafka;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A controller as an operator names it: by its id, {@code 104}, or with where its listener is, {@code 104@10.0.1.14:9093}.
 *
 * @param text as typed
 */
public record ControllerName(String text) {
    private static final Pattern FORM =
            Pattern.compile("([0-9]{1,9})(?:@((?:\\[[0-9A-Fa-f:.%]+]|[0-9A-Za-z._-]+):[0-9]{1,5}))?");

    public ControllerName {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no controller; write its id, 104, or with its listener, 104@10.0.1.14:9093");
        }
    }

    public int id() {
        return Integer.parseInt(matched().group(1));
    }

    /** Where its listener is; empty when the quorum is to say it. */
    public Optional<String> address() {
        return Optional.ofNullable(matched().group(2));
    }

    private Matcher matched() {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalStateException(text);
        }
        return form;
    }

    @Override
    public String toString() {
        return text;
    }
}
