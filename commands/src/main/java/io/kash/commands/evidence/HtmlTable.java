package io.kash.commands.evidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A table of a page. Cells are text, and are made safe here. */
final class HtmlTable {
    private final List<String> headings;
    private final List<String> rows = new ArrayList<>();
    private final Set<Integer> numbers = new HashSet<>();

    HtmlTable(String... headings) {
        this.headings = List.of(headings);
    }

    HtmlTable row(Object... cells) {
        return styled("", cells);
    }

    /** @param style a class of the row, from this program */
    HtmlTable styled(String style, Object... cells) {
        StringBuilder row = new StringBuilder(style.isEmpty() ? "<tr>" : "<tr class=\"" + style + "\">");
        for (int column = 0; column < cells.length; column++) {
            Object cell = cells[column];
            if (cell instanceof Number number) {
                numbers.add(column);
                row.append("<td class=\"n\">")
                        .append(String.format(java.util.Locale.ROOT, "%,d", number.longValue()))
                        .append("</td>");
            } else if (cell instanceof List<?> lines) {
                row.append("<td>");
                for (int i = 0; i < lines.size(); i++) {
                    row.append(i == 0 ? "" : "<br>").append(Html.text(lines.get(i)));
                }
                row.append("</td>");
            } else {
                row.append("<td>").append(Html.text(cell)).append("</td>");
            }
        }
        rows.add(row.append("</tr>").toString());
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    String html() {
        StringBuilder html = new StringBuilder("<div class=\"wide\"><table><thead><tr>");
        for (int column = 0; column < headings.size(); column++) {
            html.append(numbers.contains(column) ? "<th class=\"n\">" : "<th>")
                    .append(Html.text(headings.get(column)))
                    .append("</th>");
        }
        html.append("</tr></thead><tbody>\n");
        rows.forEach(row -> html.append(row).append('\n'));
        return html.append("</tbody></table></div>\n").toString();
    }
}
