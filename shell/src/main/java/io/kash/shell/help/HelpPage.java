package io.kash.shell.help;

import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.completions.signature.Signature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The page of one command:
 *
 * <pre>
 * topics move --topics &lt;glob&gt; [--to-new] [--to &lt;broker,…&gt;]
 *
 *   Move replicas to other brokers.
 *
 * Options
 *   --topics &lt;glob&gt;    Topics to move
 *   --to-new           To the brokers of the new fleet
 *
 * Examples
 *   topics move --topics 'pay*' --to-new
 * </pre>
 */
public final class HelpPage {
    private static final int WIDEST_TERM = 28;

    private HelpPage() {}

    public static List<Line> lines(Signature signature) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(Usage.of(signature), Role.STRONG));
        lines.add(Line.EMPTY);
        text(signature.summary(), lines);
        if (!signature.details().isBlank()) {
            lines.add(Line.EMPTY);
            text(signature.details(), lines);
        }
        section("Arguments", arguments(signature), lines);
        section("Options", options(signature), lines);
        list("Also called", signature.aliases(), lines);
        list("Examples", signature.examples(), lines);
        return lines;
    }

    private static Map<String, String> arguments(Signature signature) {
        Map<String, String> terms = new LinkedHashMap<>();
        signature.arguments().forEach(argument -> terms.put(Usage.argument(argument), argument.description()));
        return terms;
    }

    private static Map<String, String> options(Signature signature) {
        Map<String, String> terms = new LinkedHashMap<>();
        signature.options().forEach(option -> terms.put(Usage.option(option), option.description()));
        signature.flags().forEach(flag -> terms.put(Usage.flag(flag), flag.description()));
        return terms;
    }

    private static void text(String text, List<Line> lines) {
        Wrapping.lines(text, Wrapping.COLUMNS - 2)
                .forEach(line -> lines.add(Line.of(line.isEmpty() ? "" : "  " + line)));
    }

    private static void section(String title, Map<String, String> terms, List<Line> lines) {
        if (terms.isEmpty()) {
            return;
        }
        heading(title, lines);
        int width = terms.keySet().stream()
                .mapToInt(String::length)
                .filter(length -> length <= WIDEST_TERM)
                .max()
                .orElse(WIDEST_TERM);
        terms.forEach((term, description) -> term(term, description, width, lines));
    }

    private static void term(String term, String description, int width, List<Line> lines) {
        List<String> wrapped = Wrapping.lines(description, Wrapping.COLUMNS - width - 4);
        int first = 0;
        if (term.length() > width) {
            lines.add(Line.of("  " + term));
        } else {
            lines.add(Line.of("  " + pad(term, width) + "  " + wrapped.get(0)));
            first = 1;
        }
        wrapped.subList(first, wrapped.size()).forEach(line -> lines.add(Line.of("  " + pad("", width) + "  " + line)));
    }

    private static void list(String title, List<String> entries, List<Line> lines) {
        if (!entries.isEmpty()) {
            heading(title, lines);
            entries.forEach(entry -> lines.add(Line.of("  " + entry)));
        }
    }

    private static void heading(String title, List<Line> lines) {
        lines.add(Line.EMPTY);
        lines.add(Line.of(title, Role.STRONG));
    }

    static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
