package io.kash.surgery.hook.client;

import io.kash.surgery.operation.PartReader;
import io.kash.surgery.zookeeper.ServerProcess;
import io.kash.surgery.zookeeper.ServerProcesses;
import io.kash.surgery.zookeeper.ServerProcessesLook;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Asks the operator's program which process each ZooKeeper server is, and which servers its file names. */
final class ServersStartedReader implements PartReader<ServerProcessesLook> {
    private final List<String> words;
    private final Executor executor;

    ServersStartedReader(List<String> words, Executor executor) {
        this.words = words;
        this.executor = executor;
    }

    @Override
    public Class<ServerProcessesLook> answers() {
        return ServerProcessesLook.class;
    }

    @Override
    public ServerProcesses read(ServerProcessesLook look) {
        SortedMap<Integer, CompletableFuture<Optional<String>>> asked = new TreeMap<>();
        look.hosts()
                .forEach((id, host) -> asked.put(
                        id,
                        CompletableFuture.supplyAsync(() -> StartedHook.ask(words, "zookeeper", id, host), executor)));
        SortedMap<Integer, ServerProcess> processes = new TreeMap<>();
        for (Map.Entry<Integer, CompletableFuture<Optional<String>>> answer : asked.entrySet()) {
            answer.getValue().join().ifPresent(said -> processes.put(answer.getKey(), ServerProcess.of(said)));
        }
        return new ServerProcesses(processes);
    }
}
