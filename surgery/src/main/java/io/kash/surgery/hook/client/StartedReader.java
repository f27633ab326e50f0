package io.kash.surgery.hook.client;

import io.kash.surgery.environment.HookWords;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.BrokerProcesses;
import io.kash.surgery.kafka.BrokerProcessesLook;
import io.kash.surgery.operation.PartReader;
import java.io.IOException;
import java.time.Duration;
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
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(8);

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
                .forEach((broker, host) ->
                        asked.put(broker, CompletableFuture.supplyAsync(() -> ask(broker, host), executor)));
        SortedMap<BrokerId, String> processes = new TreeMap<>();
        for (Map.Entry<BrokerId, CompletableFuture<Optional<String>>> answer : asked.entrySet()) {
            answer.getValue().join().ifPresent(process -> processes.put(answer.getKey(), process));
        }
        return new BrokerProcesses(processes);
    }

    private Optional<String> ask(BrokerId broker, String host) {
        try {
            Program run = Program.run(HookWords.of(words, "broker", broker.value(), host), ANSWERS_WITHIN);
            return Optional.of(run.said()).filter(said -> run.ended() && run.exit() == 0 && !said.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
