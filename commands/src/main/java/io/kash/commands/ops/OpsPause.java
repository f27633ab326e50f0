package io.kash.commands.ops;

import io.kash.commands.change.OperatingRoom;
import io.kash.commands.session.Session;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Option;
import io.kash.completions.signature.Signature;
import io.kash.completions.signature.ValueType;
import io.kash.surgery.operation.Control;

/** {@code ops pause}: start nothing new. What is in flight goes on, and holds stay. */
public final class OpsPause extends OpsControl {
    private static final Option<String> WHY =
            Option.optional("why", ValueType.TEXT, "a word to the others, kept in the journal");

    public OpsPause(Session session, OperatingRoom room) {
        super(
                Signature.of("ops pause", "Operations", "Let a running operation start nothing new")
                        .details("What is in flight goes on, and throttles stay. ops resume lets it go on.")
                        .argument(OpsShow.OPERATION)
                        .option(WHY)
                        .example("ops pause 7f3a --why 'consumers lag'"),
                session,
                room);
    }

    @Override
    Control change(Control before, Words words, String operator) {
        return before.with(
                Control.Wish.PAUSE,
                operator + words.first(WHY).map(why -> ": " + why).orElse(""));
    }

    @Override
    String done(Words words) {
        return "starts nothing new. To go on: ops resume";
    }
}
