package io.kash.shell.script;

import io.kash.completions.signature.ValueType;
import java.util.regex.Pattern;

/** {@code name=value}, as given with {@code --set}. The value may be empty and may hold anything. */
record Assignment(String name, String value) {
    static final ValueType<Assignment> TYPE = new ValueType<>(Assignment.class, "name=value", Assignment::of);

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

    private static Assignment of(String text) {
        int equals = text.indexOf('=');
        if (equals < 0 || !NAME.matcher(text.substring(0, equals)).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not of the form name=value");
        }
        return new Assignment(text.substring(0, equals), text.substring(equals + 1));
    }
}
