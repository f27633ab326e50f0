package io.kash.shell.reference;

import io.kash.completions.signature.Signature;
import io.kash.shell.help.HelpList;
import io.kash.shell.help.Usage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** All commands as one Markdown page. */
public final class Reference {
    private static final String HEAD =
            """
            # Command reference

            Written from the commands themselves; a test fails when this page is out of date. To write it anew:
            `mvn -pl shell -am test -Dtest=ReferenceTest -Dsurefire.failIfNoSpecifiedTests=false -Dkash.reference.rewrite=true`.
            """;

    private Reference() {}

    public static String markdown(Collection<Signature> signatures) {
        StringBuilder page = new StringBuilder(HEAD);
        HelpList.byGroup(signatures).forEach((group, members) -> {
            page.append("\n## ").append(group).append('\n');
            members.forEach(member -> command(member, page));
        });
        return page.toString();
    }

    private static void command(Signature signature, StringBuilder page) {
        page.append("\n### `").append(signature.name()).append("`\n\n");
        page.append(signature.summary()).append("\n\n");
        page.append("```\n").append(Usage.of(signature)).append("\n```\n");
        if (!signature.details().isBlank()) {
            page.append('\n').append(signature.details().strip()).append('\n');
        }
        table(page, rows(signature));
        if (!signature.aliases().isEmpty()) {
            page.append("\nAlso called `")
                    .append(String.join("`, `", signature.aliases()))
                    .append("`.\n");
        }
        if (!signature.examples().isEmpty()) {
            page.append("\n```\n")
                    .append(String.join("\n", signature.examples()))
                    .append("\n```\n");
        }
    }

    private static List<String> rows(Signature signature) {
        List<String> rows = new ArrayList<>();
        signature.arguments().forEach(argument -> rows.add(row(Usage.argument(argument), argument.description())));
        signature
                .options()
                .forEach(option ->
                        rows.add(row("--" + option.name() + " " + Usage.placeholder(option), option.description())));
        signature.flags().forEach(flag -> rows.add(row("--" + flag.name(), flag.description())));
        return rows;
    }

    private static String row(String term, String description) {
        return "| `" + term + "` | "
                + description.strip().replaceAll("\\s+", " ").replace("|", "\\|") + " |\n";
    }

    private static void table(StringBuilder page, List<String> rows) {
        if (!rows.isEmpty()) {
            page.append("\n| | |\n|---|---|\n");
            rows.forEach(page::append);
        }
    }
}
