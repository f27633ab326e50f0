package io.kash.surgery.environment;

import java.util.List;
import java.util.Map;

/** A value of a YAML file, and where it begins. */
sealed interface YamlNode {
    /** @param line and column count from 1 */
    record Position(int line, int column) {}

    Position at();

    /** The value as messages call it. */
    String words();

    /** Keys in the order of the file. */
    record Fields(Position at, Map<String, Field> byKey) implements YamlNode {
        @Override
        public String words() {
            return "a mapping";
        }
    }

    /** @param at where the key stands */
    record Field(Position at, YamlNode value) {}

    /** A list. */
    record Items(Position at, List<YamlNode> nodes) implements YamlNode {
        public Items {
            nodes = List.copyOf(nodes);
        }

        @Override
        public String words() {
            return "a list";
        }
    }

    /** Text, a number or a truth value, as it is written. */
    record Scalar(Position at, String text) implements YamlNode {
        @Override
        public String words() {
            return "'" + text + "'";
        }
    }

    /** A key without a value. */
    record Nothing(Position at) implements YamlNode {
        @Override
        public String words() {
            return "nothing";
        }
    }
}
