package io.kash.shell.grammar;

import io.kash.completions.signature.Argument;
import io.kash.completions.signature.Flag;
import io.kash.completions.signature.Option;
import io.kash.completions.signature.Signature;
import io.kash.surgery.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Follows the words of one command, one after the other. The parser, TAB and the colours of the line all read through
 * this, so what TAB offers is what the parser takes. The first thing that is wrong is kept; the words after it are still
 * followed, for {@code --help} may be among them.
 */
public final class Reading {
    /** Not an option although it begins with a dash: {@code -5}, {@code -0.5}, {@code -1,-2}. */
    private static final Pattern NEGATIVE = Pattern.compile("-[0-9.].*");

    private final Signature signature;
    private final List<Given> given = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final List<String> arguments = new ArrayList<>();
    private final List<String> rest = new ArrayList<>();
    private @Nullable Option<?> waiting;
    private boolean optionsEnded;
    private boolean helpWanted;
    private @Nullable Problem problem;

    public Reading(Signature signature) {
        this.signature = signature;
    }

    /** An option or flag as it was given; a flag's value is {@code true}. */
    record Given(String name, String value) {}

    public static boolean looksLikeOption(String word) {
        return word.startsWith("-")
                && word.length() > 1
                && !NEGATIVE.matcher(word).matches();
    }

    static boolean asksForHelp(String word) {
        return word.equals("--help") || word.equals("-h");
    }

    public void take(String word) {
        if (inRest()) {
            rest.add(word);
        } else if (optionsEnded) {
            argument(word);
        } else if (asksForHelp(word)) {
            helpWanted = true;
        } else if (waiting != null) {
            value(waiting, word);
        } else if (word.equals("--")) {
            optionsEnded = true;
        } else if (looksLikeOption(word)) {
            option(word);
        } else {
            argument(word);
        }
    }

    /** No word follows. */
    public void end() {
        if (waiting != null) {
            missingValue(waiting);
        }
    }

    public Signature signature() {
        return signature;
    }

    /** The option whose value comes next. */
    public Optional<Option<?>> waiting() {
        return Optional.ofNullable(waiting);
    }

    /** The argument that comes next, if there is one left. */
    public Optional<Argument<?>> nextArgument() {
        List<Argument<?>> all = signature.arguments();
        if (arguments.size() < all.size()) {
            return Optional.of(all.get(arguments.size()));
        }
        return all.stream()
                .skip(Math.max(0, all.size() - 1))
                .filter(last -> last.arity().most() > 1)
                .findFirst();
    }

    public boolean optionsAllowed() {
        return !optionsEnded && !inRest() && waiting == null;
    }

    /** Whether the words from here on belong to another command. */
    public boolean inRest() {
        return signature.rest() && arguments.size() == signature.arguments().size();
    }

    public List<String> rest() {
        return List.copyOf(rest);
    }

    public boolean given(String name) {
        return names.contains(name);
    }

    public boolean helpWanted() {
        return helpWanted;
    }

    public Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    List<Given> options() {
        return List.copyOf(given);
    }

    /** Arguments, then the rest. */
    List<String> arguments() {
        return Stream.concat(arguments.stream(), rest.stream()).toList();
    }

    /** All option and flag names with their dashes, {@code --help} included. */
    public List<String> optionWords() {
        Stream<String> flags = signature.flags().stream().map(Flag::name);
        Stream<String> options = signature.options().stream().map(Option::name);
        return Stream.concat(Stream.concat(flags, options), Stream.of("help"))
                .map(name -> "--" + name)
                .toList();
    }

    private void argument(String word) {
        if (nextArgument().isEmpty()) {
            wrong("'" + word + "' is one argument too many", takes());
        }
        arguments.add(word);
    }

    private String takes() {
        int most = signature.arguments().size();
        String count = most == 0 ? "no arguments" : most == 1 ? "one argument" : most + " arguments";
        return "'" + signature.name() + "' takes " + count;
    }

    private void option(String word) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        Optional<Flag> flag = name.startsWith("--") ? signature.flagNamed(name.substring(2)) : Optional.empty();
        Optional<Option<?>> option =
                name.startsWith("--") ? signature.optionNamed(name.substring(2)) : Optional.empty();
        if (flag.isPresent()) {
            flag(flag.get(), equals < 0);
        } else if (option.isEmpty()) {
            wrong(
                    "'" + signature.name() + "' has no option " + name,
                    DidYouMean.sentence(DidYouMean.nearest(name, optionWords()), hasOptions()));
        } else if (equals < 0) {
            once(option.get());
            waiting = option.get();
        } else {
            once(option.get());
            add(option.get(), word.substring(equals + 1));
        }
    }

    private String hasOptions() {
        return "it has " + String.join(", ", optionWords());
    }

    private void flag(Flag flag, boolean bare) {
        if (!bare) {
            wrong("--" + flag.name() + " takes no value", "it is a flag: leave out what follows the equals sign");
        }
        names.add(flag.name());
        given.add(new Given(flag.name(), "true"));
    }

    private void value(Option<?> option, String word) {
        if (word.equals("--") || looksLikeOption(word)) {
            missingValue(option);
            waiting = null;
            take(word);
        } else {
            add(option, word);
        }
    }

    private void add(Option<?> option, String value) {
        waiting = null;
        if (value.isBlank()) {
            wrong(
                    "--" + option.name() + " has an empty value",
                    "nothing stands where <" + option.type().placeholder() + "> belongs");
        }
        names.add(option.name());
        given.add(new Given(option.name(), value));
    }

    private void once(Option<?> option) {
        if (given(option.name()) && option.arity().most() == 1) {
            wrong("--" + option.name() + " is given twice", "it takes one value");
        }
    }

    private void missingValue(Option<?> option) {
        wrong(
                "--" + option.name() + " has no value",
                "write --" + option.name() + " <" + option.type().placeholder() + ">");
    }

    private void wrong(String what, String why) {
        if (problem == null) {
            problem = Problem.usage(what, signature.name(), why, "help " + signature.name());
        }
    }
}
