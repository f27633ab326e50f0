package io.kash.commands.zk;

import io.kash.commands.session.Session;
import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.verb.Words;
import io.kash.commands.view.Answer;
import io.kash.commands.view.Column;
import io.kash.commands.view.ReadVerb;
import io.kash.commands.view.Rows;
import io.kash.commands.view.Table;
import io.kash.commands.view.Units;
import io.kash.completions.signature.Signature;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.zookeeper.Sessions;
import io.kash.surgery.zookeeper.Sessions.ClientSession;
import io.kash.surgery.zookeeper.Sessions.OfServer;
import io.kash.surgery.zookeeper.SessionsLook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Who is connected to which server.
 *
 * <pre>
 * SERVER            SESSIONS  TOLD BY  WHY NOT
 * 127.60.1.11:2181         2  cons     -
 * 127.60.2.11:2181         -  -        'cons' is not in its 4lw.commands.whitelist, and …
 *
 * Sessions
 *   SERVER            CLIENT           SESSION             TIMEOUT  SINCE   LAST
 *   127.60.1.11:2181  127.0.0.1:51234  0x100000a4c2d0000       30s  3m 10s  PING
 * </pre>
 */
public final class ZkSessions extends ReadVerb {
    private record Row(String server, ClientSession session) {}

    private static final Table<OfServer> SERVERS = Table.of(
            Column.text("server", "SERVER", OfServer::server),
            Column.count("sessions", "SESSIONS", ZkSessions::count),
            Column.text("via", "TOLD BY", OfServer::via),
            Column.text("problem", "WHY NOT", OfServer::problem));

    public ZkSessions(Session session) {
        super(
                Signature.of("zk sessions", "ZooKeeper", "List the sessions of each server: who is connected to it")
                        .details("A server tells them by its four-letter word cons, or by its AdminServer, where its"
                                + " configuration allows it.")
                        .example("zk sessions"),
                session);
    }

    @Override
    protected Answer answer(Words words) {
        String environment = Needed.ensemble(session()).name();
        Snapshot now = observe(new SessionsLook());
        Sessions sessions = now.part(Sessions.class);
        List<Row> rows = sessions.servers().stream()
                .flatMap(server -> server.sessions().stream().map(one -> new Row(server.server(), one)))
                .toList();
        return new Answer(
                "zk-sessions/1",
                Optional.of(now.observedAt()),
                List.of(
                        Rows.of("servers", SERVERS, sessions.servers(), "the ensemble has no server"),
                        Rows.of("sessions", sessions(now.observedAt()), rows, "none")
                                .titled(Line.of("Sessions", Role.STRONG))),
                List.of(),
                nobody(sessions, environment).stream().toList());
    }

    private static OptionalLong count(OfServer server) {
        return server.problem().isEmpty() ? OptionalLong.of(server.sessions().size()) : OptionalLong.empty();
    }

    private static Table<Row> sessions(Instant now) {
        return Table.of(
                Column.text("server", "SERVER", Row::server),
                Column.text("client", "CLIENT", row -> row.session().client()),
                Column.text("id", "SESSION", row -> row.session().id()),
                Column.<Row>number(
                                "timeoutMillis", "TIMEOUT", row -> row.session().timeoutMillis())
                        .shown(row -> duration(row.session().timeoutMillis())),
                Column.<Row>number("established", "SINCE", row -> row.session().established())
                        .shown(row -> row.session()
                                .established()
                                .map(at -> Units.duration(Duration.between(at, now)))
                                .orElse("-")),
                Column.text("lastOperation", "LAST", row -> row.session().lastOperation()));
    }

    private static String duration(OptionalLong millis) {
        return millis.isPresent() ? Units.duration(Duration.ofMillis(millis.getAsLong())) : "-";
    }

    private static Optional<Problem> nobody(Sessions sessions, String environment) {
        boolean any =
                sessions.servers().stream().anyMatch(server -> server.problem().isEmpty());
        return any
                ? Optional.empty()
                : Optional.of(Problem.failed(
                        "no server tells its sessions",
                        environment,
                        sessions.servers().stream()
                                .map(server -> server.server() + ": " + server.problem())
                                .findFirst()
                                .orElse("the environment names no server"),
                        "put cons into 4lw.commands.whitelist of the servers, or zk list"));
    }
}
