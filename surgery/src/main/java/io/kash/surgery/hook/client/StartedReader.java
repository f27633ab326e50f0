package io.kash.surgery.hook.client;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.BrokerProcesses;
import io.kash.surgery.kafka.BrokerProcessesLook;
import io.kash.surgery.operation.PartReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Asks the operator's program which process each broker is. One that exits with another code than 0, or says nothing, is a
 * broker without a process; so is one that does not answer in time.
 */
final class StartedReader implements PartReader<BrokerProcessesLook> {
    private final List<String> words;
    private final Executor executor;

    StartedReader(List<String> words, Executor executor) {
        this.words = words;
        this.executor = executor;
    }

    @Override
    public Class<BrokerProcessesLook> answers() {
        return BrokerProcessesLook.class;
    }

    @Override
    public BrokerProcesses read(BrokerProcessesLook look) {
        SortedMap<BrokerId, CompletableFuture<Optional<String>>> asked = new TreeMap<>();
        look.hosts()
                .forEach((broker, host) -> asked.put(
                        broker,
                        CompletableFuture.supplyAsync(
                                () -> StartedHook.ask(words, "broker", broker.value(), host), executor)));
        SortedMap<BrokerId, String> processes = new TreeMap<>();
        for (Map.Entry<BrokerId, CompletableFuture<Optional<String>>> answer : asked.entrySet()) {
            answer.getValue().join().ifPresent(process -> processes.put(answer.getKey(), process));
        }
        return new BrokerProcesses(processes);
    }
}
