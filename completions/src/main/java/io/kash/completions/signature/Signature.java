package io.kash.completions.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything a command line of one command may say. Parsing, TAB, help and the generated reference read the same
 * signature. Immutable; the {@code with} methods return copies.
 *
 * @param name the words of the command: {@code topics move}
 * @param group the heading it stands under in help
 * @param summary one line
 * @param details paragraphs below it, or an empty string
 * @param rest whether everything after the arguments is taken as it stands, for commands that run other commands
 */
public record Signature(
        String name,
        String group,
        String summary,
        String details,
        List<String> aliases,
        List<Flag> flags,
        List<Option<?>> options,
        List<Argument<?>> arguments,
        List<String> examples,
        boolean rest) {

    public Signature {
        aliases = List.copyOf(aliases);
        flags = List.copyOf(flags);
        options = List.copyOf(options);
        arguments = List.copyOf(arguments);
        examples = List.copyOf(examples);
        for (int i = 0; i < arguments.size() - 1; i++) {
            if (arguments.get(i).arity() != Arity.ONE) {
                throw new IllegalArgumentException("only the last argument may be left out or repeated: " + name);
            }
        }
    }

    public static Signature of(String name, String group, String summary) {
        return new Signature(name, group, summary, "", List.of(), List.of(), List.of(), List.of(), List.of(), false);
    }

    public Signature details(String text) {
        return new Signature(name, group, summary, text, aliases, flags, options, arguments, examples, rest);
    }

    public Signature alias(String alias) {
        return new Signature(
                name, group, summary, details, plus(aliases, alias), flags, options, arguments, examples, rest);
    }

    public Signature flag(Flag flag) {
        return new Signature(
                name, group, summary, details, aliases, plus(flags, flag), options, arguments, examples, rest);
    }

    public Signature option(Option<?> option) {
        return new Signature(
                name, group, summary, details, aliases, flags, plus(options, option), arguments, examples, rest);
    }

    public Signature argument(Argument<?> argument) {
        return new Signature(
                name, group, summary, details, aliases, flags, options, plus(arguments, argument), examples, rest);
    }

    public Signature example(String example) {
        return new Signature(
                name, group, summary, details, aliases, flags, options, arguments, plus(examples, example), rest);
    }

    /** The words after the arguments belong to another command and are not read by this one. */
    public Signature takesRest() {
        return new Signature(name, group, summary, details, aliases, flags, options, arguments, examples, true);
    }

    public Optional<Flag> flagNamed(String wanted) {
        return flags.stream().filter(flag -> flag.name().equals(wanted)).findFirst();
    }

    public Optional<Option<?>> optionNamed(String wanted) {
        return options.stream().filter(option -> option.name().equals(wanted)).findFirst();
    }

    private static <T> List<T> plus(List<? extends T> list, T element) {
        List<T> longer = new ArrayList<>(list);
        longer.add(element);
        return longer;
    }
}
