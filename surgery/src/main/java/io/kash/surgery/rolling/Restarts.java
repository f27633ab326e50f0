package io.kash.surgery.rolling;

import io.kash.surgery.environment.Connection;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.HookWords;
import io.kash.surgery.kafka.Broker;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.BrokerProcesses;
import io.kash.surgery.kafka.BrokerProcessesLook;
import io.kash.surgery.plan.Scope;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The restarts of brokers as an environment has them done. */
public final class Restarts {
    private Restarts() {}

    /** A restart of each of these brokers, with the process that runs now where anybody can tell it. */
    public static List<Restart> of(Collection<Broker> brokers, Connection connection) {
        SortedMap<BrokerId, String> hosts = new TreeMap<>();
        brokers.forEach(broker -> hosts.put(broker.id(), broker.host()));
        BrokerProcesses processes = processes(hosts, connection);
        List<String> hook = connection.environment().hooks().restart();
        return hosts.entrySet().stream()
                .map(broker -> new Restart(
                        broker.getKey(),
                        broker.getValue(),
                        HookWords.of(hook, "broker", broker.getKey().value(), broker.getValue()),
                        processes.of(broker.getKey())))
                .toList();
    }

    private static BrokerProcesses processes(SortedMap<BrokerId, String> hosts, Connection connection) {
        Environment environment = connection.environment();
        boolean observable = !environment.hooks().started().isEmpty()
                || environment.zookeeper().isPresent();
        return observable
                ? connection
                        .observer()
                        .read(Scope.of(new BrokerProcessesLook(hosts)))
                        .part(BrokerProcesses.class)
                : new BrokerProcesses(new TreeMap<>());
    }
}
