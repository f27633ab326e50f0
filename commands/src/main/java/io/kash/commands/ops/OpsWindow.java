package io.kash.commands.ops;

import io.kash.commands.change.MoveOptions;
import io.kash.commands.change.OperatingRoom;
import io.kash.commands.session.Session;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Argument;
import io.kash.completions.signature.Arity;
import io.kash.completions.signature.Signature;
import io.kash.completions.signature.ValueType;
import io.kash.surgery.operation.Control;

/** {@code ops window}: another number of partitions at a broker at once, while they move. */
public final class OpsWindow extends OpsControl {
    private static final Argument<Integer> WINDOW = new Argument<>(
            "window", ValueType.NUMBER, Arity.ONE, "partitions a broker sends or receives at once, 1 to 1000");

    public OpsWindow(Session session, OperatingRoom room) {
        super(
                Signature.of("ops window", "Operations", "Change how much a running operation moves at once")
                        .details("A smaller window cancels nothing: what is in flight finishes first.")
                        .argument(OpsShow.OPERATION)
                        .argument(WINDOW)
                        .example("ops window 7f3a 12"),
                session,
                room);
    }

    @Override
    Control change(Control before, Words words, String operator) {
        int window = window(words);
        return before.with(before.limits().withWindow(window), "a window of " + window + " by " + operator);
    }

    private static int window(Words words) {
        return MoveOptions.possible(words.all(WINDOW).get(0), "a window of ");
    }

    @Override
    String done(Words words) {
        return "goes on with a window of " + window(words);
    }
}
