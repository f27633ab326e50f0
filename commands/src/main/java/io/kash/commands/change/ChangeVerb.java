package io.kash.commands.change;

import io.kash.commands.plan.PlanOutput;
import io.kash.commands.session.Session;
import io.kash.commands.verb.Outcome;
import io.kash.commands.verb.ValueTypes;
import io.kash.commands.verb.Verb;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Flag;
import io.kash.completions.signature.Option;
import io.kash.completions.signature.Signature;
import io.kash.completions.signature.ValueType;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.environment.EnvironmentName;
import io.kash.surgery.plan.Request;
import java.util.List;
import java.util.Optional;

/** A command that changes an engine. It makes a request of its words; everything after that is the same for all. */
public abstract class ChangeVerb extends Verb {
    private static final Flag DRY_RUN = new Flag("dry-run", "stop after the preview; exits 2 when there is work");
    private static final Flag ALL = new Flag("all", "fold nothing: show every row");
    private static final Option<EnvironmentName> CONFIRM = Option.optional(
            "confirm", ValueTypes.ENVIRONMENT, "consent beforehand by naming the environment, where nobody is asked");

    private static final Option<String> BREAK_GLASS = Option.optional(
            "break-glass",
            ValueType.TEXT,
            "why you do it alone where a second operator is wanted; kept in the journal");

    private final OperatingRoom room;

    protected ChangeVerb(Signature signature, Session session, OperatingRoom room) {
        super(signature.flag(DRY_RUN).flag(ALL).option(CONFIRM).option(BREAK_GLASS), session);
        this.room = room;
    }

    /**
     * The request, with every name resolved to ids. What is read here last is what the plan is made of, where it is all
     * that the request wants to be looked at: a verb that reads at all reads that.
     */
    protected abstract Request request(Words words, Connection connection);

    /** Questions beyond the one consent, each about one thing by its name. */
    protected List<Question> questions(Words words, Connection connection, Request request) {
        return List.of();
    }

    /**
     * Whether it only takes back or puts back what was begun. Such a command runs also while an operation that was left
     * owes what it found, and needs nobody else's approval.
     */
    protected boolean putsRight() {
        return false;
    }

    protected final OperatingRoom room() {
        return room;
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    protected final Outcome run(Words words) {
        MoveOptions.planOut(words).ifPresent(PlanOutput::requireReplaceable);
        Connection connection = session().connection();
        Glance glance = new Glance(connection);
        Request request = request(words, glance);
        boolean dryRun = words.has(DRY_RUN) || session().batch().dryRun();
        Optional<String> confirmed = words.first(CONFIRM)
                .map(EnvironmentName::toString)
                .or(() -> session().batch().confirm());
        return new Procedure(room, session(), connection)
                .perform(
                        request,
                        glance,
                        new Procedure.Terms(
                                dryRun,
                                words.has(ALL),
                                confirmed,
                                words.first(BREAK_GLASS),
                                putsRight(),
                                MoveOptions.planOut(words),
                                () -> questions(words, connection, request)));
    }
}
