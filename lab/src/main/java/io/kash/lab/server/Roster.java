package io.kash.lab.server;

import io.kash.lab.LabSpec;
import io.kash.lab.Mode;
import io.kash.lab.Node;
import io.kash.lab.Node.Kind;
import io.kash.lab.address.AddressPlan;
import io.kash.lab.address.Endpoint;
import io.kash.lab.address.Zone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who is in the lab: every server a specification asks for, with its name, id and addresses. */
public record Roster(LabSpec spec, AddressPlan plan) {
    /** New brokers have the ids 11, 12, …; room is kept for nine of them. */
    public static final int FIRST_NEW_BROKER = 11;

    /** Room for these is kept in every lab, and the environments file names them as the new fleet. */
    public static final int USUAL_NEW_BROKERS = 3;

    /** Room for these is kept in every lab, where its quorum leaves that much. */
    public static final int USUAL_NEW_QUORUM = 3;

    private static final int FIRST_CONTROLLER = 101;
    private static final int LARGEST_QUORUM = 9;

    /** The ZooKeeper servers, or the controllers, that are the quorum from the start. */
    public List<Node> quorum() {
        return quorumServers(1, spec.quorum());
    }

    /** Servers of the quorum yet to come, which are no members. */
    public List<Node> newQuorum(int count) {
        return quorumServers(spec.quorum() + 1, spec.quorum() + count);
    }

    private List<Node> quorumServers(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(this::quorumServer).toList();
    }

    private Node quorumServer(int ordinal) {
        boolean isNew = ordinal > spec.quorum();
        return spec.mode() == Mode.ZOOKEEPER
                ? new Node(
                        "zk-" + ordinal,
                        isNew ? Kind.NEW_ZOOKEEPER : Kind.ZOOKEEPER,
                        ordinal,
                        Zone.ofOrdinal(ordinal),
                        plan.zooKeeper(ordinal))
                : new Node(
                        "controller-" + ordinal,
                        isNew ? Kind.NEW_CONTROLLER : Kind.CONTROLLER,
                        FIRST_CONTROLLER + ordinal - 1,
                        Zone.ofOrdinal(ordinal),
                        plan.controller(ordinal));
    }

    public List<Node> oldBrokers() {
        return IntStream.rangeClosed(1, spec.oldBrokers())
                .mapToObj(this::broker)
                .toList();
    }

    /** The new brokers from the one with this id on. */
    public List<Node> newBrokers(int firstId, int count) {
        return IntStream.range(firstId, firstId + count).mapToObj(this::broker).toList();
    }

    /** The broker with this id, whether the specification has it from the start or it comes later. */
    Node broker(int id) {
        Kind kind = id < FIRST_NEW_BROKER ? Kind.OLD_BROKER : Kind.NEW_BROKER;
        return new Node("broker-" + id, kind, id, AddressPlan.zoneOfBroker(id), plan.broker(id));
    }

    /** Where clients find the ensemble; empty without ZooKeeper. */
    public String zooKeeperConnect() {
        return spec.mode() == Mode.ZOOKEEPER ? endpoints(quorum()) : "";
    }

    /** Where the controllers are; empty with ZooKeeper. */
    String controllers() {
        return spec.mode() == Mode.KRAFT ? endpoints(quorum()) : "";
    }

    /** The endpoints of these servers as a client's list. */
    public static String endpoints(List<Node> nodes) {
        return nodes.stream().map(node -> node.endpoint().toString()).collect(Collectors.joining(","));
    }

    /** Everything the lab, with new brokers yet to come, will bind. */
    public static Collection<Endpoint> everyEndpoint(LabSpec spec, AddressPlan plan) {
        Roster roster = new Roster(spec, plan);
        List<Endpoint> all = new ArrayList<>();
        int newQuorum = Math.max(spec.newQuorum(), Math.min(USUAL_NEW_QUORUM, LARGEST_QUORUM - spec.quorum()));
        for (Node node : roster.quorumServers(1, spec.quorum() + newQuorum)) {
            all.add(node.endpoint());
            if (node.isZooKeeper()) {
                all.add(plan.zooKeeperQuorum(node.id()));
                all.add(plan.zooKeeperElection(node.id()));
            }
        }
        Stream.concat(
                        roster.oldBrokers().stream(),
                        roster.newBrokers(FIRST_NEW_BROKER, Math.max(spec.newBrokers(), USUAL_NEW_BROKERS)).stream())
                .forEach(broker -> {
                    all.add(broker.endpoint());
                    for (int i = 0; i < spec.extraListeners().size(); i++) {
                        all.add(plan.extra(broker.id(), i));
                    }
                });
        return all;
    }
}
