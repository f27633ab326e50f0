package io.kash.shell.start;

import io.kash.commands.session.Session;
import io.kash.commands.terminal.Line;
import io.kash.commands.verb.Outcome;
import io.kash.commands.verb.Verb;
import io.kash.completions.signature.Signature;
import io.kash.shell.editor.ConnectionState;
import io.kash.shell.fake.FakeVerb;
import io.kash.shell.script.Ticker;
import io.kash.surgery.fake.FakeConnection;
import io.kash.surgery.fake.SampleEnvironments;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A process of the shell with commands a test at a terminal needs: one that asks, and one that takes long. */
public final class PtyShell {
    private PtyShell() {}

    public static void main(String[] args) {
        Plugs plugs = new Plugs(
                path -> SampleEnvironments.both(),
                environment -> new FakeConnection(environment, scope -> {
                    throw new AssertionError("nothing here looks");
                }),
                PtyShell::verbs,
                session -> type -> List.of(),
                session -> () -> ConnectionState.Standing.NOTHING,
                (session, connection) -> Outcome.DONE);
        System.exit(new Shell(Surroundings.ofThisProcess(), plugs)
                .run(List.of(args))
                .code());
    }

    private static List<Verb> verbs(Session session) {
        List<Verb> verbs = new ArrayList<>(FakeVerb.usual(session));
        verbs.add(new FakeVerb(session, Signature.of("ask", "Topics", "Ask"), words -> ask(session)));
        verbs.add(new FakeVerb(session, Signature.of("linger", "Topics", "Take long"), words -> linger(session)));
        return verbs;
    }

    private static Outcome ask(Session session) {
        session.screen().note(Line.of("asking"));
        String answer = session.prompter().ask("Type yes:").orElse("nothing");
        session.screen().note(Line.of("answered <" + answer + ">"));
        return answer.equals("yes") ? Outcome.DONE : Outcome.DECLINED;
    }

    private static Outcome linger(Session session) {
        session.screen().note(Line.of("lingering"));
        Ticker ticker = Ticker.real();
        for (int tenths = 0; tenths < 200 && !Thread.currentThread().isInterrupted(); tenths++) {
            ticker.pass(Duration.ofMillis(100));
        }
        session.screen().note(Line.of("asked to stop " + session.interrupts().count() + " times"));
        return Outcome.INTERRUPTED;
    }
}
