package io.kash.surgery.membership;

import io.kash.surgery.kafka.BrokerSettingsLook;
import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.membership.JoinRequest.Joiner;
import io.kash.surgery.plan.Kind;
import io.kash.surgery.plan.Request;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.zookeeper.MembershipLook;
import io.kash.surgery.zookeeper.ServerProcessesLook;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Servers join, or leave, an ensemble that cannot be reconfigured, by lists in files and restarts.
 *
 * @param words the operator's words, for lists and progress
 * @param joiners those that join, in that order; none when servers leave
 * @param leaving ids of those that leave; none when servers join
 * @param floor voters that must stay, at least
 * @param settle how long the ensemble must have been whole before the next server is touched
 * @param patience how long a server may take to come back
 * @param known the list that kash itself finds the ensemble by, as the environments file has them
 * @param clients where clients reach each server, members and joiners, by id
 * @param zones the zone of each server, by id; those whose zone nobody knows are left out
 */
public record SweepRequest(
        String words,
        List<Joiner> joiners,
        SortedSet<Integer> leaving,
        int floor,
        Duration settle,
        Duration patience,
        String known,
        SortedMap<Integer, String> clients,
        SortedMap<Integer, String> zones,
        ServerHooks hooks)
        implements Request {
    public static final Kind KIND = Kind.of("zookeeper.sweep/1");

    public SweepRequest {
        joiners = List.copyOf(joiners);
        leaving = Collections.unmodifiableSortedSet(new TreeSet<>(leaving));
        clients = Collections.unmodifiableSortedMap(new TreeMap<>(clients));
        zones = Collections.unmodifiableSortedMap(new TreeMap<>(zones));
        if (joiners.isEmpty() == leaving.isEmpty()) {
            throw new IllegalArgumentException("servers join or leave");
        }
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Scope scope() {
        Scope scope = Scope.of(
                new ClusterLook(Selection.all()),
                new BrokerSettingsLook(),
                new MembershipLook(new TreeSet<>(clients.values()), new TreeSet<>(), true));
        SortedMap<Integer, String> hosts = new TreeMap<>();
        clients.forEach((id, client) -> hosts.put(id, ServerHooks.host(client)));
        return hooks.told() ? scope.and(Scope.of(new ServerProcessesLook(hosts))) : scope;
    }
}
