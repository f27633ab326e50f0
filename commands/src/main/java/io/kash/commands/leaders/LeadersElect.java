package io.kash.commands.leaders;

import io.kash.commands.change.ChangeVerb;
import io.kash.commands.change.OperatingRoom;
import io.kash.commands.session.Session;
import io.kash.commands.verb.ValueTypes;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Option;
import io.kash.completions.signature.Signature;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.kafka.TopicGlob;
import io.kash.surgery.leadership.ElectRequest;
import io.kash.surgery.plan.Request;

/** {@code leaders elect}: leadership back to the preferred replicas. */
public final class LeadersElect extends ChangeVerb {
    private static final Option<TopicGlob> TOPICS =
            Option.list("topics", ValueTypes.TOPICS, "only topics that match; all when left out");

    public LeadersElect(Session session, OperatingRoom room) {
        super(
                Signature.of("leaders elect", "Leaders", "Elect the preferred leader of every partition")
                        .details("Only a replica in sync is elected; an unclean election is never asked for.")
                        .option(TOPICS)
                        .example("leaders elect --dry-run"),
                session,
                room);
    }

    @Override
    protected Request request(Words words, Connection connection) {
        return new ElectRequest(signature().name(), words.all(TOPICS));
    }
}
