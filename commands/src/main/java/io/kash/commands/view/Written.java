package io.kash.commands.view;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** A value of a column or fact as plain text. What is absent is an empty text here and a dash on a screen. */
final class Written {
    static final String ABSENT = "-";

    private Written() {}

    static String plain(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(Written::plain).orElse("");
        }
        if (value instanceof OptionalInt || value instanceof OptionalLong) {
            OptionalLong number = number(value);
            return number.isPresent() ? Long.toString(number.getAsLong()) : "";
        }
        if (value instanceof Collection<?> many) {
            return many.stream().map(Written::plain).collect(Collectors.joining(","));
        }
        return value.toString();
    }

    /** As people read it: instants to the second. */
    static String shown(Object value) {
        Object instant = value instanceof Optional<?> perhaps ? perhaps.orElse(null) : value;
        String text = instant instanceof Instant at
                ? at.truncatedTo(ChronoUnit.SECONDS).toString()
                : plain(value);
        return text.isEmpty() ? ABSENT : text;
    }

    static OptionalLong number(Object value) {
        if (value instanceof OptionalInt number) {
            return number.isPresent() ? OptionalLong.of(number.getAsInt()) : OptionalLong.empty();
        }
        if (value instanceof OptionalLong number) {
            return number;
        }
        if (value instanceof Number number) {
            return OptionalLong.of(number.longValue());
        }
        throw new IllegalArgumentException("not a number: " + value.getClass());
    }
}
