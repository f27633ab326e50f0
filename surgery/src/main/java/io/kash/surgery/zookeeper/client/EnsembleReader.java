package io.kash.surgery.zookeeper.client;

import io.kash.surgery.operation.PartReader;
import io.kash.surgery.zookeeper.Ensemble;
import io.kash.surgery.zookeeper.Ensemble.Server;
import io.kash.surgery.zookeeper.EnsembleLook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Asks the ensemble who belongs to it and then every server itself, all at the same time. Never fails as a whole: a
 * server that does not answer is in the part, with the reason. Takes 8 s at the most.
 */
final class EnsembleReader implements PartReader<EnsembleLook> {
    /** Connecting, the answers to two words, and a name server that is slow. */
    private static final Duration VISITS_TAKE = Duration.ofSeconds(5);

    private final Roll roll;
    private final Together together;

    EnsembleReader(Roll roll, Executor executor) {
        this.roll = roll;
        this.together = new Together(executor, VISITS_TAKE);
    }

    @Override
    public Class<EnsembleLook> answers() {
        return EnsembleLook.class;
    }

    @Override
    public Ensemble read(EnsembleLook look) {
        Visits visits = roll.call();
        List<Server> answers = new ArrayList<>(together.ask(
                visits.servers(),
                ServerVisit::visit,
                (visit, why) -> ServerAnswers.silent(visit.address(), visit.id(), why)));
        answers.addAll(visits.unknown());
        answers.sort(Comparator.comparingInt((Server server) -> server.id().orElse(Integer.MAX_VALUE))
                .thenComparing(Server::address));
        return new Ensemble(answers);
    }
}
