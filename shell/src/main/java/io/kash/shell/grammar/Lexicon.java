package io.kash.shell.grammar;

import io.kash.commands.verb.Verb;
import io.kash.completions.signature.Signature;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.shell.core.command.CommandRegistry;

/** All commands by the words that call them: names and aliases. */
public final class Lexicon {
    private final Supplier<Collection<Verb>> verbs;

    private Lexicon(Supplier<Collection<Verb>> verbs) {
        this.verbs = verbs;
    }

    public static Lexicon of(Collection<Verb> verbs) {
        return new Lexicon(() -> verbs);
    }

    /** Reads the registry anew each time, for commands are registered after those that look them up. */
    public static Lexicon of(CommandRegistry registry) {
        return new Lexicon(() -> registry.getCommands().stream()
                .filter(Verb.class::isInstance)
                .map(Verb.class::cast)
                .toList());
    }

    /** A command found at the start of a line, and how many words called it. */
    public record Match(Verb verb, int length) {}

    /** The command whose whole name or alias is the longest start of the words. */
    public Optional<Match> longest(List<String> words) {
        Map<String, Verb> byCall = byCall();
        return byCall.entrySet().stream()
                .filter(entry -> begins(words, split(entry.getKey())))
                .map(entry -> new Match(entry.getValue(), split(entry.getKey()).size()))
                .max(Comparator.comparingInt(Match::length));
    }

    /** Signatures sorted by name. */
    public List<Signature> signatures() {
        return verbs.get().stream()
                .map(Verb::signature)
                .sorted(Comparator.comparing(Signature::name))
                .toList();
    }

    /** Names and aliases, sorted. */
    public SortedSet<String> calls() {
        return new TreeSet<>(byCall().keySet());
    }

    /** Names and aliases that go on after these words, sorted; all of them after no words. */
    public List<String> callsAfter(List<String> words) {
        return calls().stream()
                .filter(call -> split(call).size() > words.size() && begins(split(call), words))
                .toList();
    }

    /** What may be typed after these words to come nearer to a command, each with a line about it. */
    public Map<String, String> nextWords(List<String> words) {
        Map<String, String> next = new LinkedHashMap<>();
        byCall().forEach((call, verb) -> {
            List<String> parts = split(call);
            if (parts.size() > words.size() && begins(parts, words)) {
                boolean whole = parts.size() == words.size() + 1;
                next.merge(parts.get(words.size()), whole ? verb.signature().summary() : "", Lexicon::longer);
            }
        });
        next.replaceAll((word, summary) -> summary.isEmpty() ? members(words, word) : summary);
        return next;
    }

    private static String longer(String a, String b) {
        return a.length() < b.length() ? b : a;
    }

    /** {@code list, move, show}: what a word that is no command by itself leads to. */
    private String members(List<String> words, String word) {
        List<String> group = Stream.concat(words.stream(), Stream.of(word)).toList();
        return callsAfter(group).stream()
                .map(call -> split(call).get(group.size()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private Map<String, Verb> byCall() {
        Map<String, Verb> byCall = new TreeMap<>();
        for (Verb verb : verbs.get()) {
            byCall.put(verb.signature().name(), verb);
            verb.signature().aliases().forEach(alias -> byCall.put(alias, verb));
        }
        return byCall;
    }

    private static boolean begins(List<String> words, List<String> start) {
        return words.size() >= start.size() && words.subList(0, start.size()).equals(start);
    }

    private static List<String> split(String call) {
        return List.of(call.split(" "));
    }
}
