package io.kash.commands.ops;

import io.kash.commands.change.MoveOptions;
import io.kash.commands.change.OperatingRoom;
import io.kash.commands.session.Session;
import io.kash.commands.verb.ValueTypes;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Argument;
import io.kash.completions.signature.Arity;
import io.kash.completions.signature.Signature;
import io.kash.surgery.environment.ByteRate;
import io.kash.surgery.operation.Control;

/** {@code ops throttle}: another limit for what is being moved, while it moves. */
public final class OpsThrottle extends OpsControl {
    private static final Argument<ByteRate> RATE =
            new Argument<>("rate", ValueTypes.RATE, Arity.ONE, "the most a broker sends or receives, as in 40MB/s");

    public OpsThrottle(Session session, OperatingRoom room) {
        super(
                Signature.of("ops throttle", "Operations", "Change how fast a running operation moves replicas")
                        .details("Throttles that are set are changed within a second, and put back at the end as they"
                                + " were found before the operation. The environment's limit holds.")
                        .argument(OpsShow.OPERATION)
                        .argument(RATE)
                        .example("ops throttle 7f3a 20MB/s"),
                session,
                room);
    }

    @Override
    Control change(Control before, Words words, String operator) {
        ByteRate rate = rate(words);
        return before.with(before.limits().withRate(rate.bytesPerSecond()), rate + " by " + operator);
    }

    private ByteRate rate(Words words) {
        return MoveOptions.withinLimit(
                words.all(RATE).get(0), session().connection().environment(), "");
    }

    @Override
    String done(Words words) {
        return "goes on at " + rate(words) + " a broker at the most";
    }
}
