package io.kash.commands.throttles;

import io.kash.commands.session.FirstSeen;
import io.kash.commands.session.Ownership;
import io.kash.commands.session.Session;
import io.kash.commands.verb.Words;
import io.kash.commands.view.Answer;
import io.kash.commands.view.ReadVerb;
import io.kash.commands.view.Rows;
import io.kash.completions.signature.Signature;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.kafka.Throttles;
import io.kash.surgery.kafka.ThrottlesLook;
import io.kash.surgery.plan.Snapshot;

/**
 * Replication throttles that are set, ours and others'.
 *
 * <pre>
 * OF      NAME      KEY                               VALUE    OWNER     FIRST SEEN
 * broker  1         leader.replication.throttled.rate  80 MB/s  7f3a      3m 10s ago
 * topic   payments  leader.replication.throttled.repl… 0:1,0:2  not ours  2d 4h ago
 * </pre>
 */
public final class ThrottlesList extends ReadVerb {
    private final Ownership ownership;
    private final FirstSeen firstSeen;

    public ThrottlesList(Session session, Ownership ownership, FirstSeen firstSeen) {
        super(
                Signature.of("throttles list", "Movement", "List the replication throttles that are set, and whose")
                        .example("throttles list"),
                session);
        this.ownership = ownership;
        this.firstSeen = firstSeen;
    }

    @Override
    protected Answer answer(Words words) {
        Snapshot now = observe(new ThrottlesLook(Selection.all()));
        Throttles throttles = now.part(Throttles.class);
        Answer answer = Answer.of(
                "throttles-list/1",
                now.observedAt(),
                Rows.of(
                        "throttles",
                        OwnedThrottle.TABLE,
                        OwnedThrottle.of(throttles, ownership, firstSeen, now.observedAt()),
                        throttles.silent().isEmpty()
                                ? "no throttle is set"
                                : "no throttle is set on the brokers that answered"));
        return SilentThrottles.note(answer, throttles);
    }
}
