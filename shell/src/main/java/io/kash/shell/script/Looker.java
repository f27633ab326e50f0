package io.kash.shell.script;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kash.commands.verb.Outcome;
import io.kash.completions.signature.Signature;
import io.kash.shell.engine.Engine;
import io.kash.shell.screen.CapturingScreen;
import io.kash.shell.session.ShellSession;
import io.kash.surgery.problem.Problem;
import java.util.List;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ParsedInput;

/** Runs a reading command with {@code --output json} and hands over what it answered instead of showing it. */
final class Looker {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ShellSession session;
    private final Engine engine;

    Looker(ShellSession session, Engine engine) {
        this.session = session;
        this.engine = engine;
    }

    /** @throws io.kash.surgery.problem.ProblemException of kind USAGE when the words are no reading command */
    Look look(List<String> words) {
        ParsedInput input = asJson(words);
        CapturingScreen captured = new CapturingScreen();
        Outcome outcome = session.on(captured, () -> engine.run(input));
        if (outcome != Outcome.DONE) {
            return new Look.Failed(outcome, captured.notes());
        }
        try {
            return new Look.Seen(JSON.readTree(captured.text()));
        } catch (JsonProcessingException e) {
            throw Problem.failed("the answer is not JSON", String.join(" ", words), e.getOriginalMessage(), "")
                    .asException(e);
        }
    }

    private ParsedInput asJson(List<String> words) {
        ParsedInput input = engine.parser().parse(words);
        Signature signature = engine.parser().verbOf(input).signature();
        boolean reads = signature.optionNamed("output").isPresent()
                && signature.flagNamed("dry-run").isEmpty();
        if (!reads) {
            throw Problem.usage(
                            "'" + signature.name() + "' is not a command that reads",
                            String.join(" ", words),
                            "only commands that change nothing and have --output can be looked at",
                            "help")
                    .asException();
        }
        if (input.options().stream().anyMatch(option -> "output".equals(option.longName()))) {
            throw Problem.usage("--output has no place here", String.join(" ", words), "the answer is read as JSON", "")
                    .asException();
        }
        ParsedInput.Builder json = ParsedInput.builder().commandName(input.commandName());
        input.subCommands().forEach(json::addSubCommand);
        input.options().forEach(json::addOption);
        input.arguments().forEach(json::addArgument);
        return json.addOption(
                        CommandOption.with().longName("output").value("json").build())
                .build();
    }
}
