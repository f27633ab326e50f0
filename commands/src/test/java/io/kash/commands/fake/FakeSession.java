package io.kash.commands.fake;

import io.kash.commands.session.Batch;
import io.kash.commands.session.Interrupts;
import io.kash.commands.session.Session;
import io.kash.commands.terminal.Prompter;
import io.kash.commands.terminal.Screen;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.Environments;
import io.kash.surgery.fake.FakeConnection;
import io.kash.surgery.fake.SampleEnvironments;
import io.kash.surgery.operation.Observer;
import io.kash.surgery.problem.Problem;
import java.util.Optional;

/** A session on a connection a test chose, or on none. The {@code with} methods return copies. */
public record FakeSession(
        Optional<Connection> chosen,
        Environments environments,
        Screen screen,
        Prompter prompter,
        Interrupts interrupts,
        Batch batch)
        implements Session {

    /** On the lab, which may only be looked at, at a terminal of 120 columns with nobody to ask. */
    public static FakeSession lab(Observer observer) {
        return on(new FakeConnection(SampleEnvironments.lab(), observer));
    }

    public static FakeSession on(Connection connection) {
        return new FakeSession(
                Optional.of(connection),
                SampleEnvironments.both(),
                RecordingScreen.terminal(120),
                FakePrompter.nobody(),
                Interrupts.NEVER,
                Batch.NONE);
    }

    /** Before any environment is chosen. */
    public static FakeSession nowhere() {
        return new FakeSession(
                Optional.empty(),
                SampleEnvironments.both(),
                RecordingScreen.terminal(120),
                FakePrompter.nobody(),
                Interrupts.NEVER,
                Batch.NONE);
    }

    public FakeSession with(Screen other) {
        return new FakeSession(chosen, environments, other, prompter, interrupts, batch);
    }

    public FakeSession with(Prompter other) {
        return new FakeSession(chosen, environments, screen, other, interrupts, batch);
    }

    public FakeSession with(Interrupts other) {
        return new FakeSession(chosen, environments, screen, prompter, other, batch);
    }

    public FakeSession with(Batch other) {
        return new FakeSession(chosen, environments, screen, prompter, interrupts, other);
    }

    public RecordingScreen recording() {
        return (RecordingScreen) screen;
    }

    @Override
    public Optional<Environment> environment() {
        return chosen.map(Connection::environment);
    }

    @Override
    public Connection connection() {
        return chosen.orElseThrow(() -> Problem.usage("no environment was chosen", "", "", "connect <environment>")
                .asException());
    }

    @Override
    public Connection connect(Environment environment) {
        throw new AssertionError("nothing here connects");
    }
}
