package io.kash.shell.editor;

import io.kash.completions.signature.Option;
import io.kash.completions.signature.Signature;
import io.kash.shell.grammar.Lexicon;
import io.kash.shell.grammar.Reading;
import io.kash.shell.grammar.Tokenizer;
import io.kash.shell.help.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a line still lacks, shown in grey behind the cursor: {@code topics show ‹topic›}. */
final class Missing {
    private final Lexicon lexicon;

    Missing(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Empty within a word: what stands there may still become something else. */
    String after(String line) {
        if (!line.endsWith(" ")) {
            return "";
        }
        return after(Tokenizer.typed().read(line).words());
    }

    private String after(List<String> words) {
        Optional<Lexicon.Match> match = lexicon.longest(words);
        if (match.isEmpty()) {
            return "";
        }
        Reading reading = new Reading(match.get().verb().signature());
        words.subList(match.get().length(), words.size()).forEach(reading::take);
        if (reading.problem().isPresent() || reading.helpWanted()) {
            return "";
        }
        if (reading.inRest()) {
            return reading.rest().isEmpty() ? "<command…>" : after(reading.rest());
        }
        return lacking(reading);
    }

    private static String lacking(Reading reading) {
        if (reading.waiting().isPresent()) {
            return Usage.placeholder(reading.waiting().get());
        }
        Signature signature = reading.signature();
        List<String> lacking = new ArrayList<>();
        for (Option<?> option : signature.options()) {
            if (option.arity().least() > 0 && !reading.given(option.name())) {
                lacking.add("--" + option.name() + " " + Usage.placeholder(option));
            }
        }
        reading.nextArgument().ifPresent(next -> signature.arguments().stream()
                .skip(signature.arguments().indexOf(next))
                .map(Usage::argument)
                .forEach(lacking::add));
        return String.join(" ", lacking);
    }
}
