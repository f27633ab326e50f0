package io.kash.commands.zk;

import io.kash.surgery.environment.Connection;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.membership.JoinRequest.Joiner;
import io.kash.surgery.membership.ServerHooks;
import io.kash.surgery.membership.SweepRequest;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.zookeeper.Configuration;
import io.kash.surgery.zookeeper.Membership;
import io.kash.surgery.zookeeper.MembershipLook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** An ensemble as it is seen before one of its changes is asked for, and that change where it takes restarts. */
record ByRestarts(Connection connection, EnsembleFleet fleet, Membership membership) {
    /** As a broker's: a server with a large tree reads it first. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** @param others client addresses of servers that may not belong to it yet */
    static ByRestarts look(Connection connection, EnsembleFleet fleet, Collection<String> others) {
        List<String> asked = new ArrayList<>(others);
        asked.addAll(fleet.places());
        Membership membership =
                connection.observer().read(Scope.of(MembershipLook.with(asked))).part(Membership.class);
        return new ByRestarts(connection, fleet, membership);
    }

    /** Whether its servers cannot be reconfigured: 3.4 has no configuration, and without reconfigEnabled it has no version. */
    boolean needed() {
        return membership.leader().isPresent()
                && membership
                        .configuration()
                        .filter(configuration -> configuration.version() > 0)
                        .isEmpty();
    }

    /** Everybody's id: those that answered, and members by the leader's word. */
    SortedSet<Integer> ids() {
        SortedSet<Integer> ids = new TreeSet<>();
        membership.servers().forEach(server -> server.id().ifPresent(ids::add));
        membership
                .configuration()
                .map(Configuration::members)
                .orElse(List.of())
                .forEach(member -> ids.add(member.id()));
        return ids;
    }

    SweepRequest joining(String words, List<Joiner> joiners) {
        return request(words, joiners, new TreeSet<>(), 1, "");
    }

    SweepRequest leaving(String words, SortedSet<Integer> leaving, int floor, String known) {
        return request(words, List.of(), leaving, floor, known);
    }

    private SweepRequest request(
            String words, List<Joiner> joiners, SortedSet<Integer> leaving, int floor, String known) {
        SortedMap<Integer, String> clients = new TreeMap<>();
        joiners.forEach(joiner -> joiner.id().ifPresent(id -> clients.put(id, joiner.client())));
        membership.servers().forEach(server -> server.id().ifPresent(id -> clients.put(id, server.client())));
        Environment.Hooks hooks = connection.environment().hooks();
        return new SweepRequest(
                words,
                joiners,
                leaving,
                floor,
                fleet.zookeeper().settle(),
                PATIENCE,
                known,
                clients,
                fleet.zones(ids()),
                new ServerHooks(hooks.restart(), hooks.stop(), !hooks.started().isEmpty()));
    }
}
