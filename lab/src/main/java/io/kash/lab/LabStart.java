package io.kash.lab;

import io.kash.lab.address.AddressPlan;
import io.kash.lab.address.Network;
import io.kash.lab.cluster.Clients;
import io.kash.lab.cluster.Seeder;
import io.kash.lab.cluster.Topics;
import io.kash.lab.control.ControlServer;
import io.kash.lab.server.LabHome;
import io.kash.lab.server.Roster;
import io.kash.lab.server.Servers;
import io.kash.lab.traffic.Traffic;
import io.kash.lab.waiting.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;

/**
 * The way from a specification to a ready lab.
 *
 * <p>If it fails half-way, everything it made is in the resources, and whoever called it closes them.
 */
final class LabStart {
    private static final Duration ADMIN_CLOSES_WITHIN = Duration.ofSeconds(5);

    private final LabSpec spec;
    private final Consumer<String> progress;
    private final Resources resources;
    private final Deadline deadline;

    LabStart(LabSpec spec, Consumer<String> progress, Resources resources) {
        this.spec = spec;
        this.progress = progress;
        this.resources = resources;
        this.deadline = Deadline.in(spec.readyWithin());
    }

    Lab run() {
        LabHome claimed = LabHome.claim(spec.home());
        LabHome home = resources.add(claimed, claimed::close);
        Roster roster = new Roster(spec, claimNetwork());
        Servers started = new Servers(roster, home);
        Servers servers = resources.add(started, started::close);
        Clients clients = new Clients(Roster.endpoints(roster.oldBrokers()));
        Brokers brokers = new Brokers(servers, clients, this::admin);
        Quorum quorum = new Quorum(servers, brokers::admin);

        List<Node> oldCluster = startOldCluster(roster, servers);
        Optional<Traffic> traffic = Optional.empty();
        if (spec.oldBrokers() == 0) {
            quorum.awaitLinked(oldCluster, deadline);
            startNew(roster.newQuorum(spec.newQuorum()), servers);
        } else {
            brokers.awaitRegistered(roster.oldBrokers(), oldCluster, deadline);
            traffic = fill(roster, servers, clients, brokers);
        }
        quorum.awaitLinked(roster.newQuorum(spec.newQuorum()), deadline);

        Lab lab = new Lab(spec, resources, home, roster, servers, brokers, quorum, traffic);
        ControlServer hooks = ControlServer.listen(home.hookSocket(), new Hooks(lab));
        resources.add(hooks, hooks::close);
        lab.writeEnvironmentsFile();
        servers.proveWorking();
        return lab;
    }

    private Optional<Traffic> fill(Roster roster, Servers servers, Clients clients, Brokers brokers) {
        Admin admin = brokers.admin();
        // Only when the topics are there do the new brokers come, or some replicas would be on them.
        Topics topics = new Topics(admin, clients);
        createTopics(topics);
        if (spec.canary()) {
            // A partition for each broker, so that one led by every one of them is written to.
            topics.create(List.of(new TopicSpec(LabSpec.CANARY, spec.oldBrokers(), 0)));
        }
        List<Node> newBrokers = roster.newBrokers(Roster.FIRST_NEW_BROKER, spec.newBrokers());
        startNew(roster.newQuorum(spec.newQuorum()), servers);
        startNew(newBrokers, servers);
        seed(clients);
        brokers.awaitRegistered(newBrokers, newBrokers, deadline);
        topics.awaitWhole(deadline);
        return startTraffic(clients, admin);
    }

    private void startNew(List<Node> nodes, Servers servers) {
        if (!nodes.isEmpty()) {
            progress.accept("starting " + nodes.stream().map(Node::name).collect(Collectors.joining(", ")));
            servers.create(nodes);
        }
    }

    private AddressPlan claimNetwork() {
        Network network = Network.claim(spec.addressing(), plan -> Roster.everyEndpoint(spec, plan));
        return resources.add(network, network::close).plan();
    }

    private List<Node> startOldCluster(Roster roster, Servers servers) {
        List<Node> nodes = new ArrayList<>(roster.quorum());
        nodes.addAll(roster.oldBrokers());
        progress.accept("starting " + spec.quorum()
                + (spec.mode() == Mode.ZOOKEEPER ? " ZooKeeper servers and " : " controllers and ")
                + spec.oldBrokers() + " brokers, " + addressesOf(roster));
        servers.create(nodes);
        return nodes;
    }

    private static String addressesOf(Roster roster) {
        AddressPlan plan = roster.plan();
        return plan.ownAddresses()
                ? "each on its own address in 127." + plan.network() + ".0.0/16"
                : "all on 127.0.0.1, told apart by port";
    }

    private Admin admin(Clients clients) {
        Admin admin = clients.admin();
        return resources.add(admin, () -> admin.close(ADMIN_CLOSES_WITHIN));
    }

    private void createTopics(Topics topics) {
        if (!spec.topics().isEmpty()) {
            topics.create(spec.topics());
            topics.createInternal(spec.topics().get(0).name(), deadline);
        }
    }

    private void seed(Clients clients) {
        long bytes = spec.topics().stream().mapToLong(TopicSpec::bytes).sum();
        if (bytes > 0) {
            progress.accept("seeding " + spec.topics().size() + " topics with " + bytes / 1_000_000 + " MB");
            new Seeder(clients).seed(spec.topics());
        }
    }

    private Optional<Traffic> startTraffic(Clients clients, Admin admin) {
        if (!spec.traffic()) {
            return Optional.empty();
        }
        progress.accept("starting a producer and a consumer group");
        Traffic traffic = Traffic.start(clients, admin, spec.topics(), deadline);
        return Optional.of(resources.add(traffic, traffic::close));
    }
}
