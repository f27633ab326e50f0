package io.kash.surgery.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The name and version under which a request, step, hold or effect is stored: {@code kafka.move-replicas/1}. A shell
 * that does not know a kind or its version shows it and refuses to run it.
 */
public record Kind(String name, int version) {
    private static final Pattern FORM = Pattern.compile("([a-z]+\\.[a-z-]+)/([1-9][0-9]*)");

    public Kind {
        if (!FORM.matcher(name + "/" + version).matches()) {
            throw new IllegalArgumentException("not a kind: " + name + "/" + version);
        }
    }

    @JsonCreator
    public static Kind of(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("not a kind: " + text);
        }
        return new Kind(form.group(1), Integer.parseInt(form.group(2)));
    }

    @Override
    @JsonValue
    public String toString() {
        return name + "/" + version;
    }
}
