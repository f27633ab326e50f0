package io.kash.surgery.zookeeper.client;

import io.kash.surgery.zookeeper.Configuration;
import io.kash.surgery.zookeeper.Ensemble.Server;
import io.kash.surgery.zookeeper.Inspected;
import io.kash.surgery.zookeeper.Inspected.Channel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Asks one server all it may be asked. What it does not let be asked is in the answer, with the reason; what one way does
 * not tell another may.
 */
final class ServerInspection {
    private final ServerVisit visit;
    private final AdminServer admin;
    private final List<Channel> channels = new ArrayList<>();

    ServerInspection(ServerVisit visit, AdminServer admin) {
        this.visit = visit;
        this.admin = admin;
    }

    Inspected inspect() {
        Optional<String> srvr = word("srvr");
        Server server = srvr.map(answer -> ServerAnswers.server(visit.address(), visit.id(), answer))
                .orElseGet(() -> silent(channels.get(0).problem()));
        if (!server.answered() && srvr.isEmpty() && !channels.get(0).problem().contains("whitelist")) {
            return Inspected.of(server, channels.toArray(Channel[]::new));
        }
        String conf = word("conf").orElse("");
        String mntr = word("mntr").orElse("");
        askAdminServer();
        Server known = server.id().isPresent() ? server : server.withId(ServerAnswers.id(conf));
        return new Inspected(
                known,
                ServerAnswers.settings(conf),
                Configuration.of(conf),
                server.mode().equals("leader") ? ServerAnswers.syncedFollowers(mntr) : OptionalInt.empty(),
                channels);
    }

    private Server silent(String problem) {
        return ServerAnswers.silent(visit.address(), visit.id(), problem);
    }

    private Optional<String> word(String word) {
        try {
            String answer = FourLetterWord.ask(word, visit.target());
            Optional<String> refusal = ServerAnswers.refusal(word, answer);
            channels.add(new Channel(word, refusal.orElse("")));
            return refusal.isPresent() ? Optional.empty() : Optional.of(answer);
        } catch (IOException e) {
            channels.add(new Channel(word, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private void askAdminServer() {
        try {
            var unused = admin.ask("ruok", visit.target());
            channels.add(new Channel(Channel.ADMIN, ""));
        } catch (IOException e) {
            channels.add(new Channel(Channel.ADMIN, String.valueOf(e.getMessage())));
        }
    }
}
