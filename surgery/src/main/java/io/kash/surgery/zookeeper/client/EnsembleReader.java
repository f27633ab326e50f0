package io.kash.surgery.zookeeper.client;

import io.kash.surgery.operation.PartReader;
import io.kash.surgery.zookeeper.Ensemble;
import io.kash.surgery.zookeeper.Ensemble.Server;
import io.kash.surgery.zookeeper.EnsembleLook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Asks the ensemble who belongs to it and then every server itself, all at the same time. Never fails as a whole: a
 * server that does not answer is in the part, with the reason. Takes 8 s at the most.
 */
final class EnsembleReader implements PartReader<EnsembleLook> {
    /** Connecting, the answers to two words, and a name server that is slow. */
    private static final Duration VISITS_TAKE = Duration.ofSeconds(5);

    private final Supplier<ConnectString> connect;
    private final Discovery discovery;
    private final Executor executor;

    EnsembleReader(Supplier<ConnectString> connect, Discovery discovery, Executor executor) {
        this.connect = connect;
        this.discovery = discovery;
        this.executor = executor;
    }

    @Override
    public Class<EnsembleLook> answers() {
        return EnsembleLook.class;
    }

    @Override
    public Ensemble read(EnsembleLook look) {
        List<ServerAddress> servers = connect.get().servers();
        String hosts =
                String.join(",", servers.stream().map(ServerAddress::toString).toList());
        Visits visits = Visits.to(servers, discovery.members(hosts));
        List<Server> answers = new ArrayList<>(answers(visits.servers()));
        answers.addAll(visits.unknown());
        answers.sort(Comparator.comparingInt((Server server) -> server.id().orElse(Integer.MAX_VALUE))
                .thenComparing(Server::address));
        return new Ensemble(answers);
    }

    private List<Server> answers(List<ServerVisit> visits) {
        List<CompletableFuture<Server>> running = visits.stream()
                .map(visit -> CompletableFuture.supplyAsync(visit::visit, executor))
                .toList();
        long endNanos = System.nanoTime() + VISITS_TAKE.toNanos();
        List<Server> answers = new ArrayList<>();
        for (int i = 0; i < visits.size(); i++) {
            answers.add(answer(visits.get(i), running.get(i), endNanos));
        }
        return answers;
    }

    private static Server answer(ServerVisit visit, CompletableFuture<Server> running, long endNanos) {
        try {
            return running.get(Math.max(1, endNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return ServerAnswers.silent(visit.address(), visit.id(), "no answer in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ServerAnswers.silent(visit.address(), visit.id(), "interrupted");
        } catch (ExecutionException e) {
            return ServerAnswers.silent(visit.address(), visit.id(), String.valueOf(e.getCause()));
        }
    }
}
