package io.kash.shell.help;

import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.completions.signature.Signature;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Commands under their headings:
 *
 * <pre>
 * Session
 *   connect  Choose the environment commands act on
 *   exit     Leave the shell
 * </pre>
 */
public final class HelpList {
    private HelpList() {}

    public static List<Line> lines(Collection<Signature> signatures) {
        int width = signatures.stream()
                .mapToInt(signature -> signature.name().length())
                .max()
                .orElse(0);
        List<Line> lines = new ArrayList<>();
        byGroup(signatures).forEach((group, members) -> {
            if (!lines.isEmpty()) {
                lines.add(Line.EMPTY);
            }
            lines.add(Line.of(group, Role.STRONG));
            members.forEach(
                    member -> lines.add(Line.of("  " + HelpPage.pad(member.name(), width) + "  " + member.summary())));
        });
        return lines;
    }

    /** In the order of the headings, each group sorted by name. */
    public static SortedMap<String, List<Signature>> byGroup(Collection<Signature> signatures) {
        SortedMap<String, List<Signature>> groups = new TreeMap<>(Groups.ORDER);
        signatures.stream().sorted(Comparator.comparing(Signature::name)).forEach(signature -> groups.computeIfAbsent(
                        signature.group(), group -> new ArrayList<>())
                .add(signature));
        return groups;
    }
}
