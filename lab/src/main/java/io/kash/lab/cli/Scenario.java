package io.kash.lab.cli;

import io.kash.lab.LabSpec;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a lab starts with, by the name it is asked for. */
enum Scenario {
    /** The old cluster with data and clients, and three new, empty brokers beside it. */
    MOVE,
    /** The old cluster with data and clients. */
    PLAIN,
    /** What {@link #MOVE} has, and three new servers of the quorum that are no members yet. */
    DOOM;

    LabSpec spec() {
        return switch (this) {
            case MOVE -> LabSpec.move();
            case PLAIN -> LabSpec.plain();
            case DOOM -> LabSpec.doom();
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Scenario> named(String word) {
        return Arrays.stream(values())
                .filter(scenario -> scenario.word().equals(word))
                .findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(Scenario::word).collect(Collectors.joining(", "));
    }
}
