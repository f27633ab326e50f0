package io.kash.shell.help;

import io.kash.completions.signature.Argument;
import io.kash.completions.signature.Flag;
import io.kash.completions.signature.Option;
import io.kash.completions.signature.Signature;
import java.util.ArrayList;
import java.util.List;

/** How a command is written: {@code topics move [--to-new] [--to <broker,…>] <topic>}. */
public final class Usage {
    private Usage() {}

    public static String of(Signature signature) {
        List<String> parts = new ArrayList<>(List.of(signature.name()));
        signature.options().stream()
                .filter(option -> option.arity().least() > 0)
                .map(Usage::option)
                .forEach(parts::add);
        signature.flags().stream().map(Usage::flag).map(Usage::optional).forEach(parts::add);
        signature.options().stream()
                .filter(option -> option.arity().least() == 0)
                .map(Usage::option)
                .map(Usage::optional)
                .forEach(parts::add);
        signature.arguments().stream().map(Usage::argument).forEach(parts::add);
        if (signature.rest()) {
            parts.add("<command…>");
        }
        return String.join(" ", parts);
    }

    static String flag(Flag flag) {
        return "--" + flag.name();
    }

    static String option(Option<?> option) {
        return "--" + option.name() + " " + placeholder(option);
    }

    /** What stands for the value: {@code <broker>}, or {@code <broker,…>} where there may be many. */
    public static String placeholder(Option<?> option) {
        String name = option.type().placeholder();
        return switch (option.arity()) {
            case ONE, OPTIONAL, REPEATED -> "<" + name + ">";
            case MANY, ANY -> "<" + name + ",…>";
        };
    }

    public static String argument(Argument<?> argument) {
        return switch (argument.arity()) {
            case ONE -> "<" + argument.name() + ">";
            case OPTIONAL -> "[<" + argument.name() + ">]";
            case MANY -> "<" + argument.name() + ">…";
            case ANY, REPEATED -> "[<" + argument.name() + ">…]";
        };
    }

    private static String optional(String part) {
        return "[" + part + "]";
    }
}
