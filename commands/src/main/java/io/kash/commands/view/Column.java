package io.kash.commands.view;

import io.kash.commands.terminal.Role;
import io.kash.commands.terminal.Span;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * One column of a table.
 *
 * @param name its name in JSON and tsv: {@code diskPercent}
 * @param title its heading on a screen, or an empty string for a column that only programs see
 * @param number whether it is aligned to the right and never cut
 * @param value what programs get: text, a number, a boolean, an optional or a collection of these
 * @param shown what people see
 */
public record Column<T>(
        String name, String title, boolean number, Function<? super T, ?> value, Function<? super T, Span> shown) {

    public static <T> Column<T> text(String name, String title, Function<? super T, ?> value) {
        return new Column<>(name, title, false, value, row -> plain(Written.shown(value.apply(row))));
    }

    /** A number as it is: an id, a port. */
    public static <T> Column<T> number(String name, String title, Function<? super T, ?> value) {
        return new Column<>(name, title, true, value, row -> plain(Written.shown(value.apply(row))));
    }

    public static <T> Column<T> count(String name, String title, Function<? super T, ?> value) {
        return quantity(name, title, value, Units::count);
    }

    public static <T> Column<T> bytes(String name, String title, Function<? super T, ?> value) {
        return quantity(name, title, value, Units::bytes);
    }

    public static <T> Column<T> percent(String name, String title, Function<? super T, ?> value) {
        return quantity(name, title, value, percent -> Units.percent((int) percent));
    }

    /** A column that programs see and screens do not. */
    public static <T> Column<T> data(String name, Function<? super T, ?> value) {
        return text(name, "", value);
    }

    /** The same values, written another way on a screen. */
    public Column<T> shown(Function<? super T, String> text) {
        return new Column<>(name, title, number, value, row -> plain(text.apply(row)));
    }

    public Column<T> role(Function<? super T, Role> role) {
        return new Column<>(
                name, title, number, value, row -> new Span(shown.apply(row).text(), role.apply(row)));
    }

    boolean onScreen() {
        return !title.isEmpty();
    }

    private static <T> Column<T> quantity(
            String name, String title, Function<? super T, ?> value, LongFunction<String> written) {
        return new Column<>(name, title, true, value, row -> {
            OptionalLong number = Written.number(value.apply(row));
            return plain(number.isPresent() ? written.apply(number.getAsLong()) : Written.ABSENT);
        });
    }

    private static Span plain(String text) {
        return new Span(text, Role.PLAIN);
    }
}
