package io.kash.commands.view;

import io.kash.commands.terminal.Line;
import java.util.List;

/** How people read a row that is more than a table's columns can hold. */
@FunctionalInterface
public interface Told<T> {
    /** @param width columns there are; {@link Integer#MAX_VALUE} where nothing has to be broken */
    List<Line> lines(T row, int width);
}
