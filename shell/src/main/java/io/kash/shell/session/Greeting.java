package io.kash.shell.session;

import io.kash.commands.session.Session;
import io.kash.commands.verb.Outcome;
import io.kash.surgery.environment.Connection;

/** What happens once {@code connect} has opened a connection: the identity of the cluster is looked at, and said. */
public interface Greeting {
    Outcome greet(Session session, Connection connection);
}
