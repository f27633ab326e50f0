package io.kash.commands.verb;

import io.kash.completions.signature.Argument;
import io.kash.completions.signature.Arity;
import io.kash.completions.signature.Flag;
import io.kash.completions.signature.Option;
import io.kash.completions.signature.Signature;
import io.kash.completions.signature.ValueType;
import io.kash.surgery.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.shell.core.command.CommandArgument;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ParsedInput;

/** The words typed, read into the types of a signature. All of them are read before the command runs. */
public final class Words {
    private final Set<Flag> flags;
    private final Map<Object, List<?>> values;
    private final List<String> rest;

    private Words(Set<Flag> flags, Map<Object, List<?>> values, List<String> rest) {
        this.flags = flags;
        this.values = values;
        this.rest = rest;
    }

    /**
     * Reads parsed input. The parser has already checked that every option is known and no argument is surplus.
     *
     * @throws io.kash.surgery.problem.ProblemException of kind USAGE when a value is missing or not of its type
     */
    public static Words read(Signature signature, ParsedInput input) {
        Set<Flag> flags = new HashSet<>();
        Map<Object, List<String>> texts = new LinkedHashMap<>();
        for (CommandOption given : input.options()) {
            String name = String.valueOf(given.longName());
            signature.flagNamed(name).ifPresent(flags::add);
            signature.optionNamed(name).ifPresent(option -> texts.computeIfAbsent(option, o -> new ArrayList<>())
                    .addAll(split(option, String.valueOf(given.value()))));
        }
        List<String> rest = new ArrayList<>(
                input.arguments().stream().map(CommandArgument::value).toList());
        for (Argument<?> argument : signature.arguments()) {
            int taken = argument.arity().most() == 1 ? Math.min(1, rest.size()) : rest.size();
            texts.put(argument, new ArrayList<>(rest.subList(0, taken)));
            rest.subList(0, taken).clear();
        }
        Map<Object, List<?>> values = new LinkedHashMap<>();
        for (Option<?> option : signature.options()) {
            List<String> given = texts.getOrDefault(option, List.of());
            requireEnough(signature, "--" + option.name(), option.arity().least(), given.size());
            values.put(option, convert(signature, "--" + option.name(), option.type(), given));
        }
        for (Argument<?> argument : signature.arguments()) {
            List<String> given = texts.getOrDefault(argument, List.of());
            requireEnough(
                    signature, "<" + argument.name() + ">", argument.arity().least(), given.size());
            values.put(argument, convert(signature, "<" + argument.name() + ">", argument.type(), given));
        }
        return new Words(flags, values, List.copyOf(rest));
    }

    private static List<String> split(Option<?> option, String text) {
        boolean whole = option.arity().most() == 1 || option.arity() == Arity.REPEATED;
        return whole ? List.of(text) : List.of(text.split(",", -1));
    }

    private static void requireEnough(Signature signature, String place, int least, int given) {
        if (given < least) {
            throw usage(signature, place + " is missing");
        }
    }

    private static <T> List<T> convert(Signature signature, String place, ValueType<T> type, List<String> texts) {
        List<T> read = new ArrayList<>();
        for (String text : texts) {
            try {
                read.add(type.reader().apply(text));
            } catch (IllegalArgumentException e) {
                throw usage(signature, place + ": " + e.getMessage());
            }
        }
        return List.copyOf(read);
    }

    private static io.kash.surgery.problem.ProblemException usage(Signature signature, String what) {
        return Problem.usage(what, signature.name(), "", "help " + signature.name())
                .asException();
    }

    public boolean has(Flag flag) {
        return flags.contains(flag);
    }

    public <T> Optional<T> first(Option<T> option) {
        return all(option).stream().findFirst();
    }

    public <T> Optional<T> first(Argument<T> argument) {
        return all(argument).stream().findFirst();
    }

    public <T> List<T> all(Option<T> option) {
        return typed(option, option.type());
    }

    public <T> List<T> all(Argument<T> argument) {
        return typed(argument, argument.type());
    }

    /** The words after the arguments, for commands that run other commands. */
    public List<String> rest() {
        return rest;
    }

    private <T> List<T> typed(Object key, ValueType<T> type) {
        return values.getOrDefault(key, List.of()).stream()
                .map(value -> type.type().cast(value))
                .toList();
    }
}
