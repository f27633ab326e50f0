package io.kash.commands.fake;

import io.kash.commands.verb.Outcome;
import io.kash.commands.verb.Verb;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.shell.core.InputReader;
import org.springframework.shell.core.command.CommandArgument;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.CommandRegistry;
import org.springframework.shell.core.command.ParsedInput;

/** Runs a command as if its words had been typed, one word an argument, without the shell's grammar. */
public final class Typed {
    private Typed() {}

    public static Outcome run(Verb verb, String... words) {
        StringWriter stray = new StringWriter();
        CommandContext context = new CommandContext(
                parse(verb, words), new CommandRegistry(), new PrintWriter(stray), new InputReader() {});
        Outcome outcome = Outcome.of(verb.doExecute(context));
        if (!stray.toString().isEmpty()) {
            throw new AssertionError("written past the screen: " + stray);
        }
        return outcome;
    }

    /** The words after the command's name, parsed. */
    public static ParsedInput parse(Verb verb, String... words) {
        List<CommandOption> options = new ArrayList<>();
        List<CommandArgument> arguments = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            if (!words[i].startsWith("--")) {
                arguments.add(new CommandArgument(arguments.size(), words[i]));
                continue;
            }
            String name = words[i].substring(2);
            boolean flag = verb.signature().flagNamed(name).isPresent();
            String value = flag ? "true" : words[++i];
            options.add(CommandOption.with().longName(name).value(value).build());
        }
        return new ParsedInput(verb.getName(), List.of(), options, arguments);
    }
}
