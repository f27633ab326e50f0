package io.kash.surgery.zookeeper.client;

import io.kash.surgery.zookeeper.Ensemble.Server;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.OptionalInt;

/**
 * Asks one server itself.
 *
 * @param address as it is shown
 * @param target where it is
 * @param id its id, where the ensemble's configuration says it
 */
record ServerVisit(String address, InetSocketAddress target, OptionalInt id) {
    Server visit() {
        try {
            String srvr = FourLetterWord.ask("srvr", target);
            return ServerAnswers.server(address, id.isPresent() ? id : askedId(), srvr);
        } catch (IOException e) {
            return ServerAnswers.silent(address, id, String.valueOf(e.getMessage()));
        }
    }

    private OptionalInt askedId() {
        try {
            return ServerAnswers.id(FourLetterWord.ask("conf", target));
        } catch (IOException e) {
            // Its answer to the first word is worth more than its id.
            return OptionalInt.empty();
        }
    }
}
