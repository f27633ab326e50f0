package io.kash.surgery.environment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The argument lists of hooks as the environments file has them, {@code [ssh, "${host}", sudo, systemctl, restart, kafka]}.
 * What they name stands for whole words or parts of words and is never read again: an address with blanks or quotes stays
 * one argument.
 */
public final class HookWords {
    /** What may be named: the kind of server, its id, its address. */
    public static final List<String> NAMES = List.of("kind", "id", "host");

    private static final Pattern NAME = Pattern.compile("\\$\\{([^}]*)}");

    private HookWords() {}

    /** The first thing these words name that nothing is known of. */
    public static Optional<String> unknown(List<String> words) {
        return words.stream()
                .flatMap(word -> NAME.matcher(word).results())
                .map(result -> result.group(1))
                .filter(name -> !NAMES.contains(name))
                .findFirst();
    }

    /**
     * The words for one server.
     *
     * @param kind {@code broker}, {@code controller} or {@code zookeeper}
     * @param host its address or name, as clients are told it
     */
    public static List<String> of(List<String> words, String kind, int id, String host) {
        Map<String, String> values = Map.of("kind", kind, "id", String.valueOf(id), "host", host);
        return words.stream()
                .map(word -> NAME.matcher(word)
                        .replaceAll(name -> Matcher.quoteReplacement(values.getOrDefault(name.group(1), name.group()))))
                .toList();
    }
}
