package io.kash.surgery.environment;

import io.kash.surgery.environment.YamlNode.Field;
import io.kash.surgery.environment.YamlNode.Fields;
import io.kash.surgery.environment.YamlNode.Items;
import io.kash.surgery.environment.YamlNode.Nothing;
import io.kash.surgery.environment.YamlNode.Position;
import io.kash.surgery.environment.YamlNode.Scalar;
import io.kash.surgery.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One mapping of the file, read key by key. Everything it does not find as expected is a problem that names the key with
 * its whole path, what is expected and what stands there.
 */
final class Section {
    private final String path;
    private final Fields fields;
    private final Complaints complaints;

    private Section(String path, Fields fields, Complaints complaints) {
        this.path = path;
        this.fields = fields;
        this.complaints = complaints;
    }

    static Section root(YamlNode root, Complaints complaints) {
        return of("", root, complaints);
    }

    private static Section of(String path, YamlNode node, Complaints complaints) {
        if (node instanceof Fields fields) {
            return new Section(path, fields, complaints);
        }
        String what = path.isEmpty() ? "the file" : path;
        throw complaints
                .of(node.at(), what + " is not a mapping", "expected keys with values, found " + node.words())
                .asException();
    }

    static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** Refuses every key but these. */
    Section only(String... known) {
        List<String> names = List.of(known);
        fields.byKey().forEach((key, field) -> {
            if (!names.contains(key)) {
                throw complaints
                        .of(field.at(), "unknown key " + join(path, key), Nearest.hint(key, names))
                        .asException();
            }
        });
        return this;
    }

    Map<String, Field> entries() {
        return fields.byKey();
    }

    Position at() {
        return fields.at();
    }

    String path() {
        return path;
    }

    Optional<Section> section(String key) {
        return value(key).map(node -> of(join(path, key), node, complaints));
    }

    Section requiredSection(String key, String expected) {
        return section(key).orElseThrow(() -> missing(key, expected));
    }

    Optional<String> text(String key) {
        return value(key).map(node -> scalar(join(path, key), node));
    }

    String requiredText(String key, String expected) {
        return text(key).orElseThrow(() -> missing(key, expected));
    }

    /** @param reading turns the text into a value, or says in an IllegalArgumentException what it should look like */
    <T> Optional<T> read(String key, Function<String, T> reading) {
        Optional<YamlNode> node = value(key);
        Optional<String> text = text(key);
        if (node.isEmpty() || text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reading.apply(text.get()));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw wrong(node.get().at(), key, String.valueOf(e.getMessage()));
        }
    }

    /** A list of texts; of numbers, too, as they are written. */
    Optional<List<Scalar>> scalars(String key) {
        return value(key).map(node -> {
            if (!(node instanceof Items items)) {
                throw wrong(node.at(), key, "expected a list, found " + node.words());
            }
            return items.nodes().stream().map(item -> item(key, item)).toList();
        });
    }

    private Scalar item(String key, YamlNode item) {
        if (item instanceof Scalar scalar) {
            return scalar;
        }
        throw wrong(item.at(), key, "expected a list of single values, found " + item.words() + " in it");
    }

    /** A key that later versions use: any mapping is taken, nothing else. */
    void anyMapping(String key) {
        section(key);
    }

    /** A problem with a key of this section. */
    ProblemException wrong(Position at, String key, String why) {
        return complaints
                .of(at, join(path, key) + " is not what it must be", why)
                .asException();
    }

    private ProblemException missing(String key, String expected) {
        return complaints
                .of(at(), join(path, key) + " is missing", "expected " + expected)
                .asException();
    }

    private String scalar(String at, YamlNode node) {
        if (node instanceof Scalar scalar && !scalar.text().isBlank()) {
            return scalar.text().strip();
        }
        throw complaints
                .of(node.at(), at + " is not what it must be", "expected a single value, found " + node.words())
                .asException();
    }

    /** A key that is not there. One that is there without a value is a mistake, not an absence. */
    private Optional<YamlNode> value(String key) {
        Field field = fields.byKey().get(key);
        if (field == null) {
            return Optional.empty();
        }
        if (field.value() instanceof Nothing) {
            throw complaints
                    .of(field.at(), join(path, key) + " has no value", "give it one, or take the key out")
                    .asException();
        }
        return Optional.of(field.value());
    }
}
