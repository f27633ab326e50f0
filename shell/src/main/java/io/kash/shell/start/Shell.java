package io.kash.shell.start;

import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.ProblemView;
import io.kash.commands.terminal.Role;
import io.kash.commands.terminal.Screen;
import io.kash.commands.verb.Outcome;
import io.kash.shell.help.HelpList;
import io.kash.shell.screen.TerminalScreen;
import io.kash.shell.verb.Version;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.utils.Signals;

/** Decides what a call of the process is for, before anything is built: one command, the editor, or an answer. */
final class Shell {
    private static final int ASSUMED_WIDTH = 80;

    private final Surroundings surroundings;
    private final Plugs plugs;

    Shell(Surroundings surroundings, Plugs plugs) {
        this.surroundings = surroundings;
        this.plugs = plugs;
    }

    Outcome run(List<String> args) {
        Screen plain = new TerminalScreen(
                surroundings.out(), surroundings.err(), () -> ASSUMED_WIDTH, surroundings.ticker()::nanos);
        Arguments arguments;
        try {
            arguments = Arguments.read(args);
        } catch (ProblemException e) {
            plain.note(ProblemView.lines(e.problem()));
            return Outcome.of(e.problem().kind());
        }
        if (arguments.asked() == Arguments.Asked.VERSION) {
            plain.data(Line.of(Version.text()));
            return Outcome.DONE;
        }
        try (Wiring wiring = new Wiring(surroundings, arguments, plugs)) {
            return wiring.engine().guarded(() -> run(arguments, wiring));
        }
    }

    private Outcome run(Arguments arguments, Wiring wiring) {
        if (arguments.asked() == Arguments.Asked.HELP) {
            return help(wiring);
        }
        arguments.environment().ifPresent(name -> wiring.session()
                .choose(wiring.session().environments().named(name)));
        // A hang-up asks as Ctrl-C does: what is under way stops at a safe point.
        Signals.register("HUP", wiring.interrupts()::ask);
        return arguments.command().isEmpty() ? edit(wiring) : once(arguments.command(), wiring);
    }

    private static Outcome once(List<String> words, Wiring wiring) {
        Signals.register("INT", wiring.interrupts()::ask);
        Signals.register("WINCH", wiring.width()::change);
        return wiring.interrupts().during(() -> wiring.engine().run(words).outcome());
    }

    private Outcome edit(Wiring wiring) {
        if (!surroundings.inputIsTerminal()) {
            throw Problem.usage(
                            "there is no command, and standard input is not a terminal",
                            "",
                            "commands are not read from a pipe by themselves",
                            "kash -e <environment> run - < file.ksh")
                    .asException();
        }
        try (Terminal terminal = wiring.terminals().forEditor()) {
            terminal.handle(Terminal.Signal.INT, signal -> wiring.interrupts().ask());
            terminal.handle(Terminal.Signal.WINCH, signal -> wiring.width().change());
            return wiring.repl().run(wiring.editor(terminal));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Outcome help(Wiring wiring) {
        Screen screen = wiring.session().screen();
        screen.data(List.of(
                Line.of("kash [-e <environment>] [--environments <file>] [<command…>]", Role.STRONG),
                Line.EMPTY,
                Line.of("  An operator shell for surgery on Kafka, ZooKeeper and KRaft clusters."),
                Line.of("  Without a command it opens the interactive shell."),
                Line.EMPTY,
                Line.of("Options", Role.STRONG),
                Line.of("  -e, --environment <name>  The environment commands act on"),
                Line.of("      --environments <file>  The file that names them; else KASH_ENVIRONMENTS,"),
                Line.of("                             ./environments.yaml, ~/.config/kash/environments.yaml"),
                Line.of("      --version              Say which kash this is"),
                Line.of("  -h, --help                 This page; after a command, that command's page"),
                Line.EMPTY));
        screen.data(HelpList.lines(wiring.lexicon().signatures()));
        return Outcome.DONE;
    }
}
