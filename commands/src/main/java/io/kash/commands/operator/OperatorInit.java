package io.kash.commands.operator;

import io.kash.commands.change.OperatingRoom;
import io.kash.commands.session.Session;
import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.verb.Outcome;
import io.kash.commands.verb.Verb;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Signature;
import io.kash.surgery.pairing.KeyFile;
import io.kash.surgery.pairing.OperatorKey;
import io.kash.surgery.problem.Problem;
import java.io.IOException;

/** {@code operator init}: make this operator's key pair, once. */
public final class OperatorInit extends Verb {
    private final KeyFile file;

    public OperatorInit(Session session, OperatingRoom room) {
        super(
                Signature.of("operator init", "Pairing", "Make the key pair you sign approvals with")
                        .details("The private half stays on this machine, in a file only you can read. The public half"
                                + " belongs into the environments file of everybody who works with you."),
                session);
        this.file = room.self().keyFile();
    }

    @Override
    protected Outcome run(Words words) {
        try {
            OperatorKey key = file.make();
            session().screen().note(Line.of("Your key is in " + file.path() + ". Keep a copy somewhere safe."));
            session().screen().note(Line.of("Into the environments file, for every environment you work on:"));
            session().screen().data(Line.of("operators: {<your name>: \"" + key.publicKey() + "\"}", Role.STRONG));
            return Outcome.DONE;
        } catch (IOException e) {
            throw Problem.failed(
                            "the key cannot be written", file.path().toString(), String.valueOf(e.getMessage()), "")
                    .asException(e);
        }
    }
}
