package io.kash.surgery.zookeeper.client;

import io.kash.surgery.operation.PartReader;
import io.kash.surgery.zookeeper.Ensemble.Server;
import io.kash.surgery.zookeeper.Sessions;
import io.kash.surgery.zookeeper.Sessions.OfServer;
import io.kash.surgery.zookeeper.SessionsLook;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Asks every server who is connected to it, by {@code cons} where it allows that word, else by its AdminServer. A server
 * that allows neither is in the part, with both reasons.
 */
final class SessionsReader implements PartReader<SessionsLook> {
    private static final Duration VISITS_TAKE = Duration.ofSeconds(8);

    private final Roll roll;
    private final Together together;
    private final AdminServer admin;

    SessionsReader(Roll roll, Executor executor, AdminServer admin) {
        this.roll = roll;
        this.together = new Together(executor, VISITS_TAKE);
        this.admin = admin;
    }

    @Override
    public Class<SessionsLook> answers() {
        return SessionsLook.class;
    }

    @Override
    public Sessions read(SessionsLook look) {
        Visits visits = roll.call();
        List<OfServer> servers = new ArrayList<>(together.ask(
                visits.servers(),
                visit -> sessions(visit.address(), visit.target()),
                (visit, why) -> silent(visit.address(), why)));
        for (Server unknown : visits.unknown()) {
            servers.add(silent(unknown.address(), unknown.problem()));
        }
        servers.sort(Comparator.comparing(OfServer::server));
        return new Sessions(servers);
    }

    private OfServer sessions(String address, InetSocketAddress target) {
        String refused;
        try {
            String cons = FourLetterWord.askForMuch("cons", target);
            Optional<String> refusal = ServerAnswers.refusal("cons", cons);
            if (refusal.isEmpty()) {
                return new OfServer(address, ConnectionLines.ofWord(cons), "cons", "");
            }
            refused = refusal.get();
        } catch (IOException e) {
            return silent(address, String.valueOf(e.getMessage()));
        }
        try {
            return new OfServer(
                    address, ConnectionLines.ofAdminServer(admin.ask("connections", target)), "AdminServer", "");
        } catch (IOException e) {
            return silent(address, refused + ", and of its AdminServer: " + e.getMessage());
        }
    }

    private static OfServer silent(String address, String why) {
        return new OfServer(address, List.of(), "", why);
    }
}
