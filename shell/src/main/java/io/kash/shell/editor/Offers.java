package io.kash.shell.editor;

import io.kash.completions.signature.Argument;
import io.kash.completions.signature.Arity;
import io.kash.completions.signature.Option;
import io.kash.completions.signature.Signature;
import io.kash.completions.signature.ValueType;
import io.kash.completions.values.Value;
import io.kash.completions.values.Values;
import io.kash.shell.grammar.Lexicon;
import io.kash.shell.grammar.Reading;
import io.kash.shell.help.Usage;
import io.kash.shell.verb.CommandWord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What may stand at a place of a line. Only what the parser would take there is offered. */
final class Offers {
    private static final String COMMANDS = "commands";
    private static final String OPTIONS = "options";

    private final Lexicon lexicon;
    private final Values values;
    private final FileNames files;

    Offers(Lexicon lexicon, Values values, FileNames files) {
        this.lexicon = lexicon;
        this.values = values;
        this.files = files;
    }

    /**
     * @param before the words before the cursor's
     * @param word the one the cursor is in, as far as it is typed
     */
    List<Offer> at(List<String> before, String word) {
        List<Offer> offers = new ArrayList<>();
        Optional<Lexicon.Match> match = lexicon.longest(before);
        boolean mayGoOn = match.isEmpty() || match.get().length() == before.size();
        if (mayGoOn) {
            commands(before, offers);
        }
        match.ifPresent(found -> {
            Reading reading = new Reading(found.verb().signature());
            before.subList(found.length(), before.size()).forEach(reading::take);
            offers.addAll(within(reading, before.subList(found.length(), before.size()), word));
        });
        return offers;
    }

    private void commands(List<String> before, List<Offer> offers) {
        lexicon.nextWords(before)
                .forEach((word, summary) -> offers.add(new Offer(word, word, summary, COMMANDS, true)));
    }

    private List<Offer> within(Reading reading, List<String> words, String word) {
        if (reading.problem().isPresent() || reading.helpWanted()) {
            return List.of();
        }
        if (reading.inRest()) {
            return at(reading.rest(), word);
        }
        if (reading.waiting().isPresent()) {
            Option<?> option = reading.waiting().get();
            return values(option.type(), word, "", list(option.arity()));
        }
        if (reading.optionsAllowed() && word.startsWith("--") && word.contains("=")) {
            return attached(reading.signature(), word);
        }
        List<Offer> offers = new ArrayList<>();
        if (!Reading.looksLikeOption(word)) {
            reading.nextArgument().ifPresent(argument -> offers.addAll(argument(argument, words, word)));
        }
        if (reading.optionsAllowed()) {
            offers.addAll(options(reading));
        }
        return offers;
    }

    private List<Offer> argument(Argument<?> argument, List<String> words, String word) {
        if (argument.type().type() == CommandWord.class) {
            List<Offer> offers = new ArrayList<>();
            commands(words, offers);
            return offers;
        }
        List<Offer> all = values(argument.type(), word, "", false);
        return argument.arity().most() == 1
                ? all
                : all.stream().filter(offer -> !words.contains(offer.word())).toList();
    }

    private List<Offer> attached(Signature signature, String word) {
        int equals = word.indexOf('=');
        return signature
                .optionNamed(word.substring(2, equals))
                .map(option -> values(
                        option.type(), word.substring(equals + 1), word.substring(0, equals + 1), list(option.arity())))
                .orElse(List.of());
    }

    /** {@code --from 1,2,} goes on with what is not yet in the list. */
    private List<Offer> values(ValueType<?> type, String word, String prefix, boolean list) {
        int comma = list ? word.lastIndexOf(',') : -1;
        String earlier = word.substring(0, comma + 1);
        Set<String> taken =
                Set.copyOf(List.of(earlier.split(",", -1)).stream().distinct().toList());
        return known(type, word)
                .filter(value -> !taken.contains(value.word()))
                .map(value -> new Offer(
                        prefix + earlier + value.word(),
                        value.word(),
                        value.description(),
                        type.placeholder(),
                        !list && !value.word().endsWith("/")))
                .toList();
    }

    private Stream<Value> known(ValueType<?> type, String word) {
        if (!type.choices().isEmpty()) {
            return type.choices().stream().map(choice -> new Value(choice, ""));
        }
        return (type.type() == Path.class ? files.startingAt(word) : values.of(type.type())).stream();
    }

    private static List<Offer> options(Reading reading) {
        Signature signature = reading.signature();
        Stream<Offer> options = signature.options().stream()
                .filter(option -> option.arity().most() > 1 || !reading.given(option.name()))
                .map(option -> option("--" + option.name(), Usage.placeholder(option) + " " + option.description()));
        Stream<Offer> flags = signature.flags().stream()
                .filter(flag -> !reading.given(flag.name()))
                .map(flag -> option("--" + flag.name(), flag.description()));
        return Stream.concat(options, flags).toList();
    }

    private static Offer option(String word, String description) {
        return new Offer(word, word, description, OPTIONS, true);
    }

    private static boolean list(Arity arity) {
        return arity == Arity.ANY || arity == Arity.MANY;
    }
}
