package io.kash.commands.operator;

import io.kash.commands.change.OperatingRoom;
import io.kash.commands.session.Session;
import io.kash.commands.terminal.Line;
import io.kash.commands.verb.Words;
import io.kash.commands.view.Answer;
import io.kash.commands.view.Fact;
import io.kash.commands.view.Facts;
import io.kash.commands.view.ReadVerb;
import io.kash.completions.signature.Signature;
import io.kash.surgery.pairing.OperatorKey;
import io.kash.surgery.pairing.Roster;
import java.util.Optional;

/** {@code operator show}: who you are to others. */
public final class OperatorShow extends ReadVerb {
    private final OperatingRoom room;

    public OperatorShow(Session session, OperatingRoom room) {
        super(Signature.of("operator show", "Pairing", "Show your public key and the name it has here"), session);
        this.room = room;
    }

    @Override
    protected Answer answer(Words words) {
        Optional<OperatorKey> key = room.self().key();
        Optional<String> name = session().environment().flatMap(environment -> room.self()
                .nameIn(Roster.of(environment.teamwork().operators())));
        return Answer.of(
                "operator-show/1",
                Facts.of(
                        "operator",
                        Line.EMPTY,
                        Fact.of("from", "Shell", room.operator()),
                        Fact.of(
                                "key",
                                "Public key",
                                key.map(OperatorKey::toString).orElse("none; operator init makes one")),
                        Fact.of("name", "Name here", name.orElse("none"))));
    }
}
