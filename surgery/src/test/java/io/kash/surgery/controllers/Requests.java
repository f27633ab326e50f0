package io.kash.surgery.controllers;

import io.kash.surgery.controllers.JoinControllers.Joiner;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Requests as tests make them. */
final class Requests {
    static final Duration SETTLE = Duration.ofSeconds(3);

    private Requests() {}

    static JoinControllers join(int... ids) {
        return join(Arrays.stream(ids)
                .mapToObj(id -> new Joiner(id, Optional.empty()))
                .toList());
    }

    static JoinControllers join(List<Joiner> joiners) {
        return new JoinControllers("kraft join", joiners, SETTLE, new TreeMap<>());
    }

    static RetireControllers retire(int floor, int... ids) {
        return new RetireControllers(
                "kraft retire",
                Arrays.stream(ids).boxed().collect(Collectors.toCollection(TreeSet::new)),
                floor,
                SETTLE,
                new TreeMap<>());
    }
}
