package io.kash.surgery.membership;

import io.kash.surgery.coordination.Store;
import io.kash.surgery.fake.ListedEnsemble;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.fake.SimulatedEnsemble;
import io.kash.surgery.fake.Surgeon;
import io.kash.surgery.fake.TestTime;
import io.kash.surgery.kafka.BrokerSettings;
import io.kash.surgery.membership.JoinRequest.Joiner;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Joins and removals by restarts as tests make them, and who performs them. */
final class Sweeps {
    private static final ServerHooks HOOKS = new ServerHooks(
            List.of("ssh", "${host}", "restart", "${kind}", "${id}"), List.of("ssh", "${host}", "stop", "${id}"), true);

    private Sweeps() {}

    /** One for whom time goes by. */
    static Surgeon surgeon(Store store, SimulatedCluster cluster, TestTime time) {
        return new Surgeon(store, cluster, cluster, time, time);
    }

    static SimulatedCluster cluster(ListedEnsemble ensemble) {
        return new SimulatedCluster()
                .withBroker(11, "a")
                .withEnsemble(ensemble)
                .runningWith(11, BrokerSettings.ZOOKEEPER, client(3) + "," + client(4) + "," + client(5));
    }

    private static String client(int id) {
        return SimulatedEnsemble.client(id);
    }

    static SweepRequest join(int... ids) {
        return request(
                Arrays.stream(ids)
                        .mapToObj(id -> new Joiner(client(id), OptionalInt.of(id)))
                        .toList(),
                3);
    }

    static SweepRequest retire(int floor, int... ids) {
        return request(List.of(), floor, ids);
    }

    private static SweepRequest request(List<Joiner> joiners, int floor, int... leaving) {
        SortedMap<Integer, String> clients = new TreeMap<>();
        for (int id = 1; id <= 6; id++) {
            clients.put(id, client(id));
        }
        TreeSet<Integer> ids = new TreeSet<>(Arrays.stream(leaving).boxed().toList());
        return new SweepRequest(
                joiners.isEmpty() ? "zk retire" : "zk join",
                joiners,
                ids,
                floor,
                Requests.SETTLE,
                Duration.ofMinutes(2),
                client(1) + "," + client(4),
                clients,
                new TreeMap<>(),
                HOOKS);
    }

    /** The same, with another time of rest between two servers. */
    static SweepRequest settling(Duration settle, SweepRequest request) {
        return request(request, settle, request.hooks());
    }

    /** The same, with other programs. */
    static SweepRequest hooked(ServerHooks hooks, SweepRequest request) {
        return request(request, request.settle(), hooks);
    }

    private static SweepRequest request(SweepRequest request, Duration settle, ServerHooks hooks) {
        return new SweepRequest(
                request.words(),
                request.joiners(),
                request.leaving(),
                request.floor(),
                settle,
                request.patience(),
                request.known(),
                request.clients(),
                request.zones(),
                hooks);
    }
}
