package io.kash.shell.start;

import io.kash.commands.change.OperatingRoom;
import io.kash.commands.session.Session;
import io.kash.commands.terminal.Role;
import io.kash.completions.values.DaemonThread;
import io.kash.shell.editor.ConnectionState;
import io.kash.surgery.coordination.OperationLock;
import io.kash.surgery.coordination.Store;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.pairing.Operator;
import io.kash.surgery.pairing.Petition;
import io.kash.surgery.pairing.Presence;
import io.kash.surgery.pairing.Presence.Present;
import io.kash.surgery.pairing.Roster;
import io.kash.surgery.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Lets other operators see that this shell is connected, and the prompt say who else is, whether an operation runs, and
 * whether a plan waits for an approval. All of it in the background, every two seconds, from when the prompt first asks.
 */
final class Others implements ConnectionState {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final ConnectionState engines;
    private final Session session;
    private final OperatingRoom room;
    private final Operator self;
    private final Instant since;
    private volatile String seen = "";
    private @Nullable DaemonThread thread;
    private @Nullable Connection entered;
    private Store.@Nullable Session lease;

    Others(ConnectionState engines, Session session, OperatingRoom room) {
        this.engines = engines;
        this.session = session;
        this.room = room;
        this.self = room.self();
        this.since = room.clock().instant();
    }

    @Override
    public Standing now() {
        start();
        Standing standing = engines.now();
        String others = seen;
        if (others.isEmpty()) {
            return standing;
        }
        return standing.text().isEmpty()
                ? new Standing(others, Role.CHANGED)
                : new Standing(standing.text() + ", " + others, standing.role());
    }

    private synchronized void start() {
        if (thread == null) {
            thread = new DaemonThread("presence");
            thread.soon(this::refresh);
            thread.every(PAUSE, this::refresh);
        }
    }

    private void refresh() {
        try {
            Optional<Environment> environment = session.environment();
            seen = environment.isEmpty() ? "" : look(session.connection());
        } catch (ProblemException e) {
            // Whatever needs the store will say that it cannot be reached.
            seen = "";
        } catch (RuntimeException e) {
            // The environment was left in between.
            seen = "";
        }
    }

    private String look(Connection connection) {
        Roster roster = room.roster(connection);
        Presence presence = room.presence(connection);
        enter(connection, presence, roster);
        List<String> words = new ArrayList<>();
        TreeSet<String> with = new TreeSet<>();
        for (Present present : presence.all()) {
            if (!present.shell().equals(self.shell())) {
                with.add(present.operator());
            }
        }
        if (!with.isEmpty()) {
            words.add("with " + String.join(" and ", with));
        }
        OperationLock.holder(connection.store())
                .filter(holder -> !holder.equals(self.from()))
                .ifPresent(holder -> words.add(holder + " operates"));
        for (Petition petition : room.pairing(connection).waiting()) {
            words.add(petition.hash().brief() + " waits for approval");
        }
        return String.join(", ", words);
    }

    private void enter(Connection connection, Presence presence, Roster roster) {
        if (connection != entered || lease == null || !lease.alive()) {
            if (lease != null) {
                lease.close();
            }
            lease = connection.store().session();
            entered = connection;
            presence.enter(lease, new Present(self.shell(), name(roster), self.from(), since));
        }
    }

    private String name(Roster roster) {
        try {
            return self.nameIn(roster).orElse(self.from());
        } catch (ProblemException e) {
            // A key that cannot be used makes nobody.
            return self.from();
        }
    }
}
