package io.kash.commands.view;

import io.kash.completions.signature.ValueType;
import java.util.List;

/** How an answer is written. */
public enum OutputFormat {
    /** For people. */
    TABLE("table"),
    /** One document with a format version. */
    JSON("json"),
    /** One row a line, values separated by tabs. */
    TSV("tsv");

    public static final ValueType<OutputFormat> TYPE =
            ValueType.oneOf(OutputFormat.class, "format", List.of(values()), OutputFormat::word);

    private final String word;

    OutputFormat(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    AnswerView view(boolean all) {
        return switch (this) {
            case TABLE -> new HumanView(all);
            case JSON -> new JsonView();
            case TSV -> new TsvView();
        };
    }
}
