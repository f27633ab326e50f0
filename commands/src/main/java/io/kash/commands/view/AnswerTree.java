package io.kash.commands.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An answer as a tree, the same for output, queries and expectations of scripts:
 *
 * <pre>
 * {"format": "kash.broker-list/1", "observedAt": "2026-07-28T14:02:07Z", "brokers": […], "notes": [], "problems": []}
 * </pre>
 */
public final class AnswerTree {
    private AnswerTree() {}

    public static JsonNode of(Answer answer) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("format", "kash." + answer.format());
        fields.put("observedAt", answer.observedAt());
        for (Section section : answer.sections()) {
            fields.put(section.name(), of(section));
        }
        fields.put("notes", answer.notes());
        fields.put("problems", answer.problems());
        return JsonText.tree(fields);
    }

    private static JsonNode of(Section section) {
        if (section instanceof Rows<?> rows) {
            return rows(rows);
        }
        if (section instanceof Facts facts) {
            Map<String, Object> fields = new LinkedHashMap<>();
            facts.facts().forEach(fact -> fields.put(fact.name(), fact.value()));
            return JsonText.tree(fields);
        }
        return JsonText.tree(java.util.Optional.empty());
    }

    private static <T> JsonNode rows(Rows<T> rows) {
        return JsonText.tree(rows.rows().stream()
                .map(row -> fields(rows.table().columns(), row))
                .toList());
    }

    private static <T> Map<String, Object> fields(List<Column<T>> columns, T row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        columns.forEach(column -> fields.put(column.name(), column.value().apply(row)));
        return fields;
    }
}
