package io.kash.commands.terminal;

import java.util.ArrayList;
import java.util.List;

/** One line of output. Holds no control characters of its own. */
public record Line(List<Span> spans) {
    public static final Line EMPTY = new Line(List.of());

    public Line {
        spans = List.copyOf(spans);
    }

    public static Line of(String text) {
        return of(text, Role.PLAIN);
    }

    public static Line of(String text, Role role) {
        return new Line(List.of(new Span(text, role)));
    }

    public Line plus(String text) {
        return plus(text, Role.PLAIN);
    }

    public Line plus(String text, Role role) {
        List<Span> longer = new ArrayList<>(spans);
        longer.add(new Span(text, role));
        return new Line(longer);
    }

    /** Its text without roles, not escaped. */
    public String text() {
        StringBuilder text = new StringBuilder();
        spans.forEach(span -> text.append(span.text()));
        return text.toString();
    }
}
