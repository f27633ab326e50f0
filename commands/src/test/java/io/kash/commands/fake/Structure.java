package io.kash.commands.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** The structure of a JSON document: every path in it with its type. Two documents of one format have the same. */
public final class Structure {
    private Structure() {}

    /** {@code brokers[].id number} and so on, in alphabetical order. */
    public static SortedSet<String> of(JsonNode tree) {
        SortedSet<String> paths = new TreeSet<>();
        add(paths, "", tree);
        return paths;
    }

    private static void add(SortedSet<String> paths, String path, JsonNode node) {
        if (node.isObject()) {
            String prefix = path.isEmpty() ? "" : path + ".";
            node.properties().forEach(field -> add(paths, prefix + field.getKey(), field.getValue()));
        } else if (node.isArray()) {
            paths.add(path + "[] array");
            node.forEach(element -> add(paths, path + "[]", element));
        } else {
            paths.add(path + " " + node.getNodeType().toString().toLowerCase(Locale.ROOT));
        }
    }
}
