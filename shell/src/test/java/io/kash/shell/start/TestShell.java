package io.kash.shell.start;

import io.kash.commands.session.Session;
import io.kash.commands.verb.Outcome;
import io.kash.commands.verb.Verb;
import io.kash.shell.editor.ConnectionState;
import io.kash.shell.fake.FakeTicker;
import io.kash.shell.fake.FakeVerb;
import io.kash.shell.screen.Sink;
import io.kash.surgery.fake.FakeConnection;
import io.kash.surgery.fake.SampleEnvironments;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The whole shell in a folder of its own, with its streams in memory and no terminal. Every call is one process. */
public final class TestShell {
    public static final Instant NOW = Instant.parse("2026-03-01T14:02:07Z");

    private final Path folder;
    private final Function<Session, List<Verb>> verbs;
    private final String input;
    private final FakeTicker ticker = new FakeTicker();

    private TestShell(Path folder, Function<Session, List<Verb>> verbs, String input) {
        this.folder = folder;
        this.verbs = verbs;
        this.input = input;
    }

    /** What a call left behind. */
    public record Result(int code, String out, String err) {}

    public static TestShell in(Path folder) {
        try {
            Files.writeString(folder.resolve("environments.yaml"), "environments: {}\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TestShell(folder, FakeVerb::usual, "");
    }

    public TestShell with(Function<Session, List<Verb>> others) {
        return new TestShell(folder, others, input);
    }

    public TestShell typing(String text) {
        return new TestShell(folder, verbs, text);
    }

    /** Writes a file into the shell's folder. */
    public TestShell file(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public Path state() {
        return folder.resolve("state/kash");
    }

    public FakeTicker ticker() {
        return ticker;
    }

    public Result run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Outcome outcome = new Shell(surroundings(out, err), plugs()).run(List.of(words));
        return new Result(outcome.code(), out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    Wiring wiring(ByteArrayOutputStream out, ByteArrayOutputStream err) {
        return new Wiring(surroundings(out, err), Arguments.read(List.of()), plugs());
    }

    private Plugs plugs() {
        return new Plugs(
                path -> SampleEnvironments.both(),
                environment -> new FakeConnection(environment, (scope) -> {
                    throw new AssertionError("nothing here looks");
                }),
                verbs,
                session -> type -> List.of(),
                session -> () -> ConnectionState.Standing.NOTHING,
                (session, connection) -> Outcome.DONE);
    }

    private Surroundings surroundings(ByteArrayOutputStream out, ByteArrayOutputStream err) {
        InputStream typed = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        return new Surroundings(
                Map.of("XDG_STATE_HOME", folder.resolve("state").toString()),
                folder,
                folder,
                typed,
                false,
                sink(out),
                sink(err),
                Clock.fixed(NOW, ZoneOffset.UTC),
                ticker);
    }

    private static Sink sink(ByteArrayOutputStream bytes) {
        return new Sink(new PrintStream(bytes, false, StandardCharsets.UTF_8), false, false);
    }
}
