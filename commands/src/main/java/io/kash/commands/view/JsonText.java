package io.kash.commands.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.kash.commands.terminal.Escaping;
import io.kash.commands.terminal.Line;
import java.util.List;

/** JSON as it is printed: two blanks of indent, and nothing in it that a terminal would act on. */
final class JsonText {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    private JsonText() {}

    static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    static List<Line> lines(JsonNode tree) {
        try {
            DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(INDENT);
            printer.indentArraysWith(INDENT);
            return MAPPER.writer(printer)
                    .writeValueAsString(tree)
                    .lines()
                    .map(line -> Line.of(escaped(line)))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    /** Escapes for JSON what the screen would escape for people, since that would no longer be JSON. */
    private static String escaped(String line) {
        StringBuilder safe = new StringBuilder(line.length());
        line.codePoints().forEach(c -> {
            if (!Escaping.dangerous(c)) {
                safe.appendCodePoint(c);
            } else {
                for (char unit : Character.toChars(c)) {
                    safe.append(String.format("\\u%04x", (int) unit));
                }
            }
        });
        return safe.toString();
    }
}
