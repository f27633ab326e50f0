package io.kash.completions.values;

import io.kash.surgery.addressing.ServerPlace;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.Environment.Fleet;
import io.kash.surgery.zookeeper.Ensemble;
import io.kash.surgery.zookeeper.Ensemble.Server;
import io.kash.surgery.zookeeper.ServerName;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * ZooKeeper servers by id, those of the ensemble and those that the environments file expects: {@code 1  10.0.1.5:2181,
 * leader} and {@code 4  10.0.1.14:2181, zookeeper-new}.
 */
public final class MemberSource extends EnsembleSource {
    private static final List<String> FLEETS = List.of("zookeeper-old", "zookeeper-new");

    public MemberSource() {
        super(ServerName.class);
    }

    @Override
    List<Value> values(Optional<Environment> environment, Ensemble ensemble) {
        SortedMap<Integer, String> described = expected(environment);
        for (Server server : ensemble.servers()) {
            server.id().ifPresent(id -> described.put(id, server.address() + ", " + standing(server)));
        }
        return described.entrySet().stream()
                .map(one -> new Value(String.valueOf(one.getKey()), one.getValue()))
                .toList();
    }

    private static SortedMap<Integer, String> expected(Optional<Environment> environment) {
        SortedMap<Integer, String> expected = new TreeMap<>();
        environment.ifPresent(known -> FLEETS.forEach(name -> known.fleet(name)
                .map(Fleet::ids)
                .orElse(List.of())
                .forEach(id ->
                        expected.put(id, address(known, id).map(at -> at + ", ").orElse("") + name))));
        return expected;
    }

    private static Optional<String> address(Environment environment, int id) {
        return environment
                .zookeeper()
                .flatMap(zookeeper -> zookeeper.addressing().place(List.of(id)).server(id))
                .map(ServerPlace::clientAddress);
    }
}
