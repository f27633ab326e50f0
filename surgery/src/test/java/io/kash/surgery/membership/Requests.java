package io.kash.surgery.membership;

import io.kash.surgery.fake.SimulatedEnsemble;
import io.kash.surgery.membership.JoinRequest.Joiner;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Requests as tests make them. */
final class Requests {
    static final Duration SETTLE = Duration.ofSeconds(3);

    private Requests() {}

    static JoinRequest join(int... ids) {
        return new JoinRequest(
                "zk join",
                Arrays.stream(ids)
                        .mapToObj(id -> new Joiner(SimulatedEnsemble.client(id), OptionalInt.of(id)))
                        .toList(),
                SETTLE,
                new TreeMap<>());
    }

    static RetireRequest retire(int floor, List<String> known, int... ids) {
        return new RetireRequest(
                "zk retire",
                Arrays.stream(ids).boxed().collect(Collectors.toCollection(TreeSet::new)),
                floor,
                SETTLE,
                String.join(",", known),
                new TreeSet<>(),
                new TreeMap<>(),
                new TreeMap<>());
    }

    /** The same, with a program that stops each of those that leave. */
    static RetireRequest stopping(RetireRequest request) {
        TreeMap<Integer, List<String>> stops = new TreeMap<>();
        request.ids().forEach(id -> stops.put(id, List.of("stop", "zookeeper", String.valueOf(id))));
        return new RetireRequest(
                request.words(),
                request.ids(),
                request.floor(),
                request.settle(),
                request.known(),
                request.names(),
                request.zones(),
                stops);
    }

    /** The same, for clients that go by these names. */
    static RetireRequest named(RetireRequest request, String... names) {
        return new RetireRequest(
                request.words(),
                request.ids(),
                request.floor(),
                request.settle(),
                request.known(),
                new TreeSet<>(List.of(names)),
                request.zones(),
                request.stops());
    }
}
