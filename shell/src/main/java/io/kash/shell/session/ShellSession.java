package io.kash.shell.session;

import io.kash.commands.session.Batch;
import io.kash.commands.session.Interrupts;
import io.kash.commands.session.Session;
import io.kash.commands.terminal.Prompter;
import io.kash.commands.terminal.Screen;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.environment.Connector;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.Environments;
import io.kash.surgery.problem.Problem;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one session of a shell. Screen and batch can be replaced for the time of a piece of work, and come back whatever
 * happens in it. Used by one thread; the environment and its connection are also read by the one that keeps
 * completions fresh.
 */
public final class ShellSession implements Session, AutoCloseable {
    private final Supplier<Environments> environments;
    private final Connector connector;
    private final Prompter prompter;
    private final Interrupts interrupts;
    private Screen screen;
    private Batch batch = Batch.NONE;
    private volatile Optional<Environment> environment = Optional.empty();
    private @Nullable Connection connection;
    private boolean leaving;

    public ShellSession(
            Supplier<Environments> environments,
            Connector connector,
            Screen screen,
            Prompter prompter,
            Interrupts interrupts) {
        this.environments = environments;
        this.connector = connector;
        this.screen = screen;
        this.prompter = prompter;
        this.interrupts = interrupts;
    }

    @Override
    public Environments environments() {
        return environments.get();
    }

    @Override
    public Optional<Environment> environment() {
        return environment;
    }

    @Override
    public synchronized Connection connection() {
        if (connection == null) {
            connection = connector.open(environment.orElseThrow(ShellSession::noEnvironment));
        }
        return connection;
    }

    /** The connection, if a command has needed one already. */
    public synchronized Optional<Connection> opened() {
        return Optional.ofNullable(connection);
    }

    @Override
    public synchronized Connection connect(Environment wanted) {
        disconnect();
        environment = Optional.of(wanted);
        return connection();
    }

    /** Chooses an environment; the connection is opened when a command first needs it. */
    public synchronized void choose(Environment wanted) {
        disconnect();
        environment = Optional.of(wanted);
    }

    /** Leaves the environment; without effect where there is none. */
    public synchronized void disconnect() {
        Connection open = connection;
        connection = null;
        environment = Optional.empty();
        if (open != null) {
            open.close();
        }
    }

    @Override
    public Screen screen() {
        return screen;
    }

    @Override
    public Prompter prompter() {
        return prompter;
    }

    @Override
    public Interrupts interrupts() {
        return interrupts;
    }

    @Override
    public Batch batch() {
        return batch;
    }

    /** Does something with another screen. */
    public <T> T on(Screen other, Supplier<T> work) {
        Screen before = screen;
        screen = other;
        try {
            return work.get();
        } finally {
            screen = before;
        }
    }

    /** Does something within a batch. What an outer batch said holds within an inner one. */
    public <T> T within(Batch inner, Supplier<T> work) {
        Batch before = batch;
        batch = new Batch(before.dryRun() || inner.dryRun(), inner.confirm().or(before::confirm));
        try {
            return work.get();
        } finally {
            batch = before;
        }
    }

    /** The shell ends after this line. */
    public void leave() {
        leaving = true;
    }

    public boolean leaving() {
        return leaving;
    }

    @Override
    public void close() {
        disconnect();
    }

    private static RuntimeException noEnvironment() {
        return Problem.usage(
                        "no environment is chosen",
                        "",
                        "the command acts on one",
                        "connect <environment>, or kash -e <environment> …")
                .asException();
    }
}
