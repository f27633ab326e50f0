package io.kash.shell.start;

import io.kash.commands.terminal.Line;
import io.kash.commands.verb.Verb;
import io.kash.completions.values.Values;
import io.kash.shell.audit.SessionAudit;
import io.kash.shell.editor.ConnectionState;
import io.kash.shell.editor.Editor;
import io.kash.shell.editor.Repl;
import io.kash.shell.engine.CrashFiles;
import io.kash.shell.engine.Engine;
import io.kash.shell.grammar.Lexicon;
import io.kash.shell.grammar.StrictParser;
import io.kash.shell.screen.Ink;
import io.kash.shell.screen.TerminalPrompter;
import io.kash.shell.screen.TerminalScreen;
import io.kash.shell.script.Expect;
import io.kash.shell.script.RecordStart;
import io.kash.shell.script.RecordStop;
import io.kash.shell.script.Recorder;
import io.kash.shell.script.Run;
import io.kash.shell.script.Wait;
import io.kash.shell.session.CommandInterrupts;
import io.kash.shell.session.EnvironmentsLocation;
import io.kash.shell.session.PrivateFiles;
import io.kash.shell.session.ShellSession;
import io.kash.shell.verb.Clear;
import io.kash.shell.verb.Connect;
import io.kash.shell.verb.Disconnect;
import io.kash.shell.verb.Exit;
import io.kash.shell.verb.Help;
import io.kash.shell.verb.Version;
import java.util.ArrayList;
import java.util.List;
import org.jline.terminal.Terminal;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.shell.core.command.CommandRegistry;

/**
 * The shell, put together: one session, one engine, and every command as a bean of a plain Spring context, from which
 * Spring Shell's registry takes them. Nothing is scanned for, and nothing here depends on how the shell was called.
 */
final class Wiring implements AutoCloseable {
    private static final int THIRD = 3;

    private final Surroundings surroundings;
    private final Width width = Width.told();
    private final TerminalScreen screen;
    private final CommandInterrupts interrupts;
    private final PrivateFiles files;
    private final ShellSession session;
    private final GenericApplicationContext context = new GenericApplicationContext();
    private final Lexicon lexicon;
    private final Engine engine;
    private final Recorder recorder;
    private final TerminalSource terminals;
    private final Values values;
    private final ConnectionState state;

    Wiring(Surroundings surroundings, Arguments arguments, Plugs plugs) {
        this.surroundings = surroundings;
        screen = new TerminalScreen(surroundings.out(), surroundings.err(), width, surroundings.ticker()::nanos);
        interrupts = new CommandInterrupts(this::told);
        files = PrivateFiles.of(surroundings.env(), surroundings.home());
        EnvironmentsLocation location = new EnvironmentsLocation(
                arguments.environmentsFile(), surroundings.env(), surroundings.folder(), surroundings.home());
        terminals = new TerminalSource(surroundings.person());
        session = new ShellSession(
                () -> plugs.environments().apply(location.find()),
                plugs.connector(),
                screen,
                new TerminalPrompter(terminals),
                interrupts);
        recorder = new Recorder(surroundings.clock());
        CommandRegistry registry = new CommandRegistry();
        lexicon = Lexicon.of(registry);
        engine = new Engine(
                registry,
                new StrictParser(lexicon),
                session,
                new CrashFiles(files, surroundings.clock()),
                new SessionAudit(session, files::journal, surroundings.origin(), surroundings.clock()));
        values = new EnvironmentNames(session, plugs.values().apply(session));
        state = plugs.state().apply(session);
        register(registry, plugs);
    }

    private void register(CommandRegistry registry, Plugs plugs) {
        List<Verb> verbs = new ArrayList<>(plugs.verbs().apply(session));
        verbs.addAll(ownVerbs(plugs));
        verbs.forEach(verb ->
                context.getBeanFactory().registerSingleton(verb.signature().name(), verb));
        context.registerBean("commandRegistry", CommandRegistry.class, () -> registry);
        context.refresh();
    }

    /** The commands that act on the session itself. */
    private List<Verb> ownVerbs(Plugs plugs) {
        return List.of(
                new Connect(session, plugs.greeting()),
                new Disconnect(session),
                new Run(session, engine, files, surroundings.folder(), surroundings.input()),
                new Expect(session, engine),
                new Wait(session, engine, surroundings.ticker()),
                new RecordStart(session, recorder, surroundings.folder()),
                new RecordStop(session, recorder),
                new Help(session, lexicon),
                new Clear(session, screen::clear),
                new Version(session),
                new Exit(session));
    }

    ShellSession session() {
        return session;
    }

    Engine engine() {
        return engine;
    }

    Lexicon lexicon() {
        return lexicon;
    }

    CommandInterrupts interrupts() {
        return interrupts;
    }

    Width width() {
        return width;
    }

    TerminalSource terminals() {
        return terminals;
    }

    Repl repl() {
        return new Repl(
                session,
                engine,
                interrupts,
                recorder,
                state,
                new Ink(surroundings.out().colour()));
    }

    Editor editor(Terminal terminal) {
        return Editor.on(terminal, lexicon, values, surroundings.folder(), files);
    }

    private void told(int count) {
        if (count < THIRD) {
            screen.note(Line.of(
                    count == 1 ? "Stopping at the next safe point. Ctrl-C again leaves at once." : "Leaving at once."));
        } else {
            // The command neither stopped nor could be interrupted. Journals are written for a death at any moment.
            Runtime.getRuntime().halt(130);
        }
    }

    @Override
    public void close() {
        session.close();
        context.close();
    }
}
