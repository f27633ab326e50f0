package io.kash.surgery.environment;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.kash.surgery.environment.YamlNode.Field;
import io.kash.surgery.environment.YamlNode.Fields;
import io.kash.surgery.environment.YamlNode.Items;
import io.kash.surgery.environment.YamlNode.Nothing;
import io.kash.surgery.environment.YamlNode.Position;
import io.kash.surgery.environment.YamlNode.Scalar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Parses the text of a YAML file into nodes that know where they stand. One document, without aliases; a key that stands
 * twice is refused, where most parsers silently take the last.
 */
final class YamlText {
    private static final int DEEPEST = 20;

    private final String text;
    private final Complaints complaints;

    YamlText(String text, Complaints complaints) {
        this.text = text;
        this.complaints = complaints;
    }

    /** @throws io.kash.surgery.problem.ProblemException of kind USAGE with line and column */
    YamlNode parse() {
        try (YAMLParser parser = new YAMLFactory().createParser(text)) {
            if (parser.nextToken() == null) {
                throw complaints
                        .of(new Position(1, 1), "the file is empty", "a mapping 'environments:' is expected")
                        .asException();
            }
            YamlNode root = node(parser, "", 0);
            if (parser.nextToken() != null) {
                throw complaints
                        .of(position(parser), "the file holds a second document", "only one is expected")
                        .asException();
            }
            return root;
        } catch (JsonProcessingException e) {
            throw syntax(e).asException(e);
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory cannot fail to be read", e);
        }
    }

    private YamlNode node(YAMLParser parser, String path, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw complaints
                    .of(position(parser), path + " is nested too deeply", "at most " + DEEPEST + " levels are expected")
                    .asException();
        }
        refuseAlias(parser, path);
        JsonToken token = parser.currentToken();
        Position at = position(parser);
        return switch (token) {
            case START_OBJECT -> fields(parser, path, at, depth);
            case START_ARRAY -> items(parser, path, at, depth);
            case VALUE_NULL -> new Nothing(at);
            default -> new Scalar(at, parser.getText());
        };
    }

    private void refuseAlias(YAMLParser parser, String path) throws IOException {
        if (parser.isCurrentAlias()) {
            throw complaints
                    .of(
                            position(parser),
                            path + " is an alias",
                            "aliases (*" + parser.getText() + ") are not read; write the value out")
                    .asException();
        }
    }

    private Fields fields(YAMLParser parser, String path, Position at, int depth) throws IOException {
        Map<String, Field> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            Position keyAt = position(parser);
            Field earlier = fields.get(key);
            String keyPath = Section.join(path, key);
            if (earlier != null) {
                throw complaints
                        .of(
                                keyAt,
                                keyPath + " stands twice",
                                "it is on line " + earlier.at().line() + " already; keep one of the two")
                        .asException();
            }
            parser.nextToken();
            fields.put(key, new Field(keyAt, node(parser, keyPath, depth + 1)));
        }
        return new Fields(at, Collections.unmodifiableMap(fields));
    }

    private Items items(YAMLParser parser, String path, Position at, int depth) throws IOException {
        List<YamlNode> nodes = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            nodes.add(node(parser, path + "[" + nodes.size() + "]", depth + 1));
        }
        return new Items(at, nodes);
    }

    private static Position position(YAMLParser parser) {
        JsonLocation location = parser.currentTokenLocation();
        return new Position(location.getLineNr(), location.getColumnNr());
    }

    private io.kash.surgery.problem.Problem syntax(JsonProcessingException e) {
        if (e.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            Mark mark = marked.getProblemMark();
            Position at = new Position(mark.getLine() + 1, mark.getColumn() + 1);
            return complaints.of(at, "this is not YAML", reason(at, String.valueOf(marked.getProblem())));
        }
        JsonLocation location = e.getLocation();
        Position at = location == null
                ? new Position(1, 1)
                : new Position(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
        return complaints.of(at, "this is not YAML", reason(at, e.getOriginalMessage()));
    }

    private String reason(Position at, String problem) {
        String line = text.lines().skip(at.line() - 1L).findFirst().orElse("");
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        return indent.contains("\t") ? "the line begins with a tab; YAML is indented with spaces" : problem;
    }
}
