package io.kash.surgery.operation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.kash.surgery.plan.Adjustment;
import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Hash;
import io.kash.surgery.plan.Ledger;
import java.time.Instant;
import java.util.List;

/** One thing that happened to an operation, as its journal holds it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Event.Planned.class, name = "planned"),
    @JsonSubTypes.Type(value = Event.Consented.class, name = "consented"),
    @JsonSubTypes.Type(value = Event.Approved.class, name = "approved"),
    @JsonSubTypes.Type(value = Event.BrokeGlass.class, name = "broke-glass"),
    @JsonSubTypes.Type(value = Event.Taken.class, name = "taken"),
    @JsonSubTypes.Type(value = Event.Found.class, name = "found"),
    @JsonSubTypes.Type(value = Event.Intended.class, name = "intended"),
    @JsonSubTypes.Type(value = Event.Answered.class, name = "answered"),
    @JsonSubTypes.Type(value = Event.StepDone.class, name = "step-done"),
    @JsonSubTypes.Type(value = Event.Restored.class, name = "restored"),
    @JsonSubTypes.Type(value = Event.Paused.class, name = "paused"),
    @JsonSubTypes.Type(value = Event.WentOn.class, name = "went-on"),
    @JsonSubTypes.Type(value = Event.Adjusted.class, name = "adjusted"),
    @JsonSubTypes.Type(value = Event.Stopped.class, name = "stopped"),
    @JsonSubTypes.Type(value = Event.Cancelled.class, name = "cancelled"),
    @JsonSubTypes.Type(value = Event.Finished.class, name = "finished"),
})
public sealed interface Event {
    /** A plan was stored; the first is the one approved, later ones are its amendments. */
    record Planned(int number, Hash hash, String title) implements Event {}

    /** How the operator consented: the word typed, or the flag given. */
    record Consented(String how) implements Event {}

    /**
     * A second operator approved it.
     *
     * @param by the approver's name in the environments file
     * @param driver the name of the one who carries it out
     * @param nonce the petition it answers; it is used once
     * @param signature of the whole verdict, in Base64
     */
    record Approved(String by, String driver, String nonce, Instant expires, String signature) implements Event {}

    /** One operator alone took it upon themselves where two are wanted. */
    record BrokeGlass(String by, String reason) implements Event {}

    /** Somebody began to carry it out, or went on with it. */
    record Taken(String by) implements Event {}

    /** What a hold found before it changed anything. */
    record Found(int plan, int hold, Ledger ledger) implements Event {}

    /** About to send this; whether it was sent is not known until the answer, and whether it happened only by looking. */
    record Intended(Effect effect) implements Event {}

    /** @param answer {@code accepted}, {@code rejected} or {@code unknown} */
    record Answered(String answer, String detail) implements Event {
        boolean unknown() {
            return answer.equals("unknown");
        }
    }

    /** A step was seen done. */
    record StepDone(int plan, int step) implements Event {}

    /**
     * A hold was seen restored.
     *
     * @param unreached keys of its ledger that could not be looked at, such as those of a broker that is down
     */
    record Restored(int plan, int hold, List<String> unreached) implements Event {}

    /** Nothing new is started until somebody says otherwise. */
    record Paused(String why) implements Event {}

    /** A pause is over. */
    record WentOn(String why) implements Event {}

    /** Limits were changed; they hold from here on. */
    record Adjusted(Adjustment limits, String why) implements Event {}

    /** It was taken back as far as that is safe, and does not go on. */
    record Cancelled(String why) implements Event {}

    /** Its shell let go of it before the end. */
    record Stopped(String why) implements Event {}

    /** Everything was verified. */
    record Finished() implements Event {}
}
