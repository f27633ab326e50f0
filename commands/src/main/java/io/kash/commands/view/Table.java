package io.kash.commands.view;

import java.util.ArrayList;
import java.util.List;

/** The one description of a table, from which screens, tsv and JSON are written. */
public record Table<T>(List<Column<T>> columns) {
    public Table {
        columns = List.copyOf(columns);
    }

    @SafeVarargs
    public static <T> Table<T> of(Column<T>... columns) {
        List<Column<T>> all = new ArrayList<>();
        for (Column<T> column : columns) {
            all.add(column);
        }
        return new Table<>(all);
    }

    public Table<T> plus(Column<T> column) {
        List<Column<T>> longer = new ArrayList<>(columns);
        longer.add(column);
        return new Table<>(longer);
    }

    List<Column<T>> onScreen() {
        return columns.stream().filter(Column::onScreen).toList();
    }
}
