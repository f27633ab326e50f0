package io.kash.shell.grammar;

import io.kash.commands.verb.Verb;
import io.kash.commands.verb.Words;
import io.kash.surgery.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.shell.core.command.CommandArgument;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.CommandParser;
import org.springframework.shell.core.command.ParsedInput;

/**
 * Turns words into a call of one command or refuses them. The longest whole command name wins and a part of a name is
 * never enough; an unknown option, a surplus argument, an option without its value and a flag with one are usage
 * errors. {@code --help} anywhere turns the line into {@code help <command>}. Stock Spring Shell ignores what it does
 * not know and runs the command; under a surgeon's hands that is not acceptable.
 */
public final class StrictParser implements CommandParser {
    private final Lexicon lexicon;

    public StrictParser(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** @throws io.kash.surgery.problem.ProblemException of kind USAGE when the line is not a call of one command */
    @Override
    public ParsedInput parse(String line) {
        return parse(Tokenizer.typed().words(line));
    }

    /**
     * Words that are cut already, as a process gets them.
     *
     * @throws io.kash.surgery.problem.ProblemException of kind USAGE when they are not a call of one command
     */
    public ParsedInput parse(List<String> words) {
        Optional<Lexicon.Match> match = lexicon.longest(words);
        if (match.isEmpty()) {
            return helpOrUnknown(words);
        }
        Verb verb = match.get().verb();
        Reading reading = read(verb, words.subList(match.get().length(), words.size()));
        if (reading.helpWanted()) {
            return help(words(verb));
        }
        if (reading.problem().isPresent()) {
            throw surplusOrOther(words, match.get(), reading.problem().get()).asException();
        }
        if (verb.signature().rest()) {
            checkRest(verb, reading.rest());
        }
        return call(verb, reading);
    }

    /**
     * Parses and reads every value as well, so that what passes can fail only in doing.
     *
     * @throws io.kash.surgery.problem.ProblemException of kind USAGE
     */
    public void check(List<String> words) {
        ParsedInput parsed = parse(words);
        Verb verb = verbOf(parsed);
        Words read = Words.read(verb.signature(), parsed);
        if (verb.signature().rest()) {
            check(read.rest());
        }
    }

    /** The command a parsed line calls. */
    public Verb verbOf(ParsedInput parsed) {
        List<String> name = new ArrayList<>();
        name.add(parsed.commandName());
        name.addAll(parsed.subCommands());
        return lexicon.longest(name)
                .map(Lexicon.Match::verb)
                .orElseThrow(() -> new IllegalArgumentException("no command " + name));
    }

    private static Reading read(Verb verb, List<String> words) {
        Reading reading = new Reading(verb.signature());
        words.forEach(reading::take);
        reading.end();
        return reading;
    }

    /** A surplus argument that follows a command's name at once may be a longer name mistyped. */
    private Problem surplusOrOther(List<String> words, Lexicon.Match match, Problem problem) {
        boolean group = !lexicon.callsAfter(words.subList(0, match.length())).isEmpty();
        boolean wordFollows = words.size() > match.length() && !Reading.looksLikeOption(words.get(match.length()));
        return group && wordFollows && match.verb().signature().arguments().isEmpty() ? unknown(words) : problem;
    }

    private void checkRest(Verb verb, List<String> rest) {
        if (rest.isEmpty()) {
            String name = verb.signature().name();
            throw Problem.usage("'" + name + "' lacks its command", name, "a command follows", "help " + name)
                    .asException();
        }
        parse(rest);
    }

    private ParsedInput helpOrUnknown(List<String> words) {
        List<String> before =
                words.stream().takeWhile(word -> !Reading.looksLikeOption(word)).toList();
        boolean known = before.isEmpty() || !lexicon.callsAfter(before).isEmpty();
        if (known && words.stream().anyMatch(Reading::asksForHelp)) {
            return help(before);
        }
        throw unknown(words).asException();
    }

    /** What to say of words that begin no command. */
    public Problem unknown(List<String> words) {
        if (words.isEmpty()) {
            return Problem.usage("there is no command on the line", "", "", "help");
        }
        List<String> typed =
                words.stream().takeWhile(word -> !Reading.looksLikeOption(word)).toList();
        if (typed.isEmpty()) {
            return Problem.usage("a line begins with a command, not with " + words.get(0), "", "", "help");
        }
        List<String> longer = lexicon.callsAfter(typed);
        if (!longer.isEmpty()) {
            String group = String.join(" ", typed);
            return Problem.usage(
                    "'" + group + "' is not a whole command",
                    "",
                    "it goes on as " + String.join(", ", longer),
                    "help " + group);
        }
        return mistyped(typed);
    }

    private Problem mistyped(List<String> typed) {
        List<String> nearest = nearest(typed);
        int known = 0;
        while (known < typed.size()
                && !lexicon.callsAfter(typed.subList(0, known + 1)).isEmpty()) {
            known++;
        }
        String what = String.join(" ", typed.subList(0, Math.min(typed.size(), known + 1)));
        String topic = String.join(" ", typed.subList(0, known));
        String next = nearest.size() == 1 ? nearest.get(0) : topic;
        return Problem.usage(
                "there is no command '" + what + "'",
                "",
                DidYouMean.sentence(nearest, "no command is named like it"),
                ("help " + next).strip());
    }

    /** Commands are compared with as many typed words as they have themselves. */
    private List<String> nearest(List<String> typed) {
        List<String> all = new ArrayList<>();
        for (String call : lexicon.calls()) {
            int length = Math.min(typed.size(), call.split(" ").length);
            String start = String.join(" ", typed.subList(0, length));
            if (!start.equals(call)) {
                all.addAll(DidYouMean.nearest(start, List.of(call)));
            }
        }
        List<String> best = DidYouMean.nearest(String.join(" ", typed), all);
        return best.isEmpty() ? all.stream().limit(3).toList() : best;
    }

    private static ParsedInput help(List<String> topic) {
        ParsedInput.Builder input = ParsedInput.builder().commandName("help");
        addArguments(input, topic);
        return input.build();
    }

    private static ParsedInput call(Verb verb, Reading reading) {
        List<String> name = words(verb);
        ParsedInput.Builder input = ParsedInput.builder().commandName(name.get(0));
        name.stream().skip(1).forEach(input::addSubCommand);
        reading.options()
                .forEach(given -> input.addOption(CommandOption.with()
                        .longName(given.name())
                        .value(given.value())
                        .build()));
        addArguments(input, reading.arguments());
        return input.build();
    }

    /** The one place that builds arguments: releases of Spring Shell differ in how it is done. */
    private static void addArguments(ParsedInput.Builder input, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            input.addArgument(new CommandArgument(i, values.get(i)));
        }
    }

    private static List<String> words(Verb verb) {
        return List.of(verb.signature().name().split(" "));
    }
}
