package io.kash.shell.start;

import io.kash.commands.session.Session;
import io.kash.commands.verb.Verb;
import io.kash.completions.values.Values;
import io.kash.shell.editor.ConnectionState;
import io.kash.shell.session.Greeting;
import io.kash.surgery.environment.Connector;
import io.kash.surgery.environment.Environments;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * What the other rooms plug into the shell. {@link RealPlugs} is the one place that names their classes.
 *
 * @param environments reads an environments file
 * @param connector opens connections
 * @param verbs every command that is not about the session itself
 * @param values what TAB knows
 * @param state what the prompt says about the connection
 * @param greeting what {@code connect} does once connected
 */
record Plugs(
        Function<Path, Environments> environments,
        Connector connector,
        Function<Session, List<Verb>> verbs,
        Function<Session, Values> values,
        Function<Session, ConnectionState> state,
        Greeting greeting) {}
