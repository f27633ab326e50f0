package io.kash.commands.evidence;

import io.kash.surgery.traffic.Family;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A colour for every broker: one hue for the old, one for the new, grey for the others; readable on light and dark. */
final class Shades {
    private static final double DARKEST = 38;
    private static final double LIGHTEST = 66;

    private final Map<Integer, Family> families;

    Shades(Map<Integer, Family> families) {
        this.families = new TreeMap<>(families);
    }

    Family family(int broker) {
        return families.getOrDefault(broker, Family.OTHER);
    }

    /** {@code hsl(24 90% 45%)}. */
    String of(int broker) {
        Family family = family(broker);
        List<Integer> members = families.entrySet().stream()
                .filter(entry -> entry.getValue() == family)
                .map(Map.Entry::getKey)
                .toList();
        int place = Math.max(0, members.indexOf(broker));
        double light = members.size() < 2
                ? (DARKEST + LIGHTEST) / 2
                : DARKEST + (LIGHTEST - DARKEST) * place / (members.size() - 1);
        String hue =
                switch (family) {
                    case OLD -> "24 88%";
                    case NEW -> "208 78%";
                    case OTHER -> "220 8%";
                };
        return String.format(Locale.ROOT, "hsl(%s %.0f%%)", hue, light);
    }
}
