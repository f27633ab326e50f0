package io.kash.shell.containers;

import io.kash.lab.cluster.Clients;
import io.kash.lab.cluster.Membership;
import io.kash.lab.cluster.Seeder;
import io.kash.lab.cluster.Topics;
import io.kash.lab.waiting.Deadline;
import io.kash.lab.waiting.Waiting;
import io.kash.shell.suite.SuiteTopics;
import io.kash.shell.suite.TestCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.lifecycle.Startables;

/** The suite's cluster as a network of containers: three ZooKeeper servers, three old brokers, three new ones. */
final class ContainerCluster implements TestCluster {
    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final int ZOOKEEPERS = 3;
    private static final List<String> RACKS = List.of("a", "b", "c");
    private static final List<Integer> OLD = List.of(1, 2, 3);
    private static final List<Integer> NEW = List.of(11, 12, 13);

    private final Path folder;
    private final Deadline deadline = Deadline.in(READY_WITHIN);
    private final Network network = Network.newNetwork();
    private final Servers servers = new Servers(network, ZOOKEEPERS);
    private final List<GenericContainer<?>> zooKeepers = new ArrayList<>();
    private final List<GenericContainer<?>> brokers = new ArrayList<>();

    private ContainerCluster(Path folder) {
        this.folder = folder;
    }

    /** Back when the topics are seeded and in sync. If that fails, nothing is left. */
    static ContainerCluster start(Path folder) {
        ContainerCluster cluster = new ContainerCluster(folder);
        try {
            cluster.start();
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
        return cluster;
    }

    private void start() {
        for (int id = 1; id <= ZOOKEEPERS; id++) {
            zooKeepers.add(servers.zooKeeper(id));
        }
        launch(zooKeepers);
        startBrokers(OLD);
        Clients clients = new Clients(bootstrap());
        try (Admin admin = clients.admin()) {
            Membership membership = new Membership(admin);
            awaitRegistered(membership, OLD);
            // Only when the topics are there do the new brokers come, or some replicas would be on them.
            Topics topics = new Topics(admin, clients);
            topics.create(SuiteTopics.ALL);
            topics.createInternal(SuiteTopics.ALL.get(0).name(), deadline);
            startBrokers(NEW);
            new Seeder(clients).seed(SuiteTopics.ALL);
            awaitRegistered(membership, NEW);
            topics.awaitWhole(deadline);
            writeEnvironmentsFile(membership.clusterId());
        }
    }

    private void startBrokers(List<Integer> ids) {
        List<GenericContainer<?>> started = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            started.add(servers.broker(ids.get(i), RACKS.get(i)));
        }
        brokers.addAll(started);
        launch(started);
    }

    private void launch(List<GenericContainer<?>> containers) {
        try {
            Startables.deepStart(containers).get(deadline.left().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the containers do not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while containers started", e);
        }
    }

    private void awaitRegistered(Membership membership, List<Integer> ids) {
        if (!Waiting.until(() -> membership.registered().containsAll(ids), deadline)) {
            throw new IllegalStateException("brokers " + ids + " are not all registered within " + READY_WITHIN
                    + "; the last one's log ends with:\n" + logEnd(brokers.get(brokers.size() - 1)));
        }
    }

    private static String logEnd(GenericContainer<?> container) {
        List<String> lines = container.getLogs().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    }

    private void writeEnvironmentsFile(String clusterId) {
        String text =
                """
                environments:
                  %s:
                    protection: confirm
                    kafka:     {bootstrap: "%s", cluster-id: "%s"}
                    zookeeper: {connect: "%s"}
                    fleets:    {old: {ids: %s}, new: {ids: %s}}
                    limits:    {throttle: 40MB/s}
                """
                        .formatted(environment(), bootstrap(), clusterId, endpoints(zooKeepers, 2181), OLD, NEW);
        try {
            Files.writeString(environmentsFile(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Path environmentsFile() {
        return folder.resolve("environments.yaml");
    }

    @Override
    public String environment() {
        return "containers";
    }

    @Override
    public String bootstrap() {
        return endpoints(brokers.subList(0, OLD.size()), 9092);
    }

    private static String endpoints(List<GenericContainer<?>> containers, int port) {
        return containers.stream()
                .map(container -> address(container) + ":" + port)
                .collect(Collectors.joining(","));
    }

    private static String address(GenericContainer<?> container) {
        return container.getContainerInfo().getNetworkSettings().getNetworks().values().stream()
                .map(found -> String.valueOf(found.getIpAddress()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public List<Integer> oldIds() {
        return OLD;
    }

    @Override
    public List<Integer> newIds() {
        return NEW;
    }

    @Override
    public void close() {
        brokers.forEach(GenericContainer::stop);
        zooKeepers.forEach(GenericContainer::stop);
        network.close();
    }
}
