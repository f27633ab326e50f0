package io.kash.commands.view;

import java.util.List;

/** How wide each column of an aligned table is. */
final class Widths {
    static final int GAP = 2;
    static final int LEAST = 8;

    private Widths() {}

    /**
     * As wide as the widest cell, then text columns are narrowed, the widest first, until all fits. Numbers are never
     * cut: half a number is a wrong number.
     */
    static int[] fit(List<Boolean> numbers, List<List<String>> cells, int room) {
        int[] widths = new int[numbers.size()];
        for (List<String> row : cells) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], TextWidth.of(row.get(i)));
            }
        }
        int total = GAP * (widths.length - 1);
        for (int width : widths) {
            total += width;
        }
        for (int widest = widest(numbers, widths); total > room && mayShrink(numbers, widths, widest); total--) {
            widths[widest]--;
            widest = widest(numbers, widths);
        }
        return widths;
    }

    private static boolean mayShrink(List<Boolean> numbers, int[] widths, int column) {
        return !numbers.get(column) && widths[column] > LEAST;
    }

    private static int widest(List<Boolean> numbers, int[] widths) {
        int widest = 0;
        int most = -1;
        for (int i = 0; i < widths.length; i++) {
            if (!numbers.get(i) && widths[i] > most) {
                widest = i;
                most = widths[i];
            }
        }
        return widest;
    }
}
