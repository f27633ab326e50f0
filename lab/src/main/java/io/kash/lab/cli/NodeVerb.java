package io.kash.lab.cli;

import io.kash.lab.Lab;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be done to one server. */
enum NodeVerb {
    START("started"),
    STOP("stopped"),
    RESTART("restarted"),
    KILL("killed"),
    PAUSE("paused"),
    RESUME("resumed");

    private final String done;

    NodeVerb(String done) {
        this.done = done;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As in "broker-1 killed". */
    String done() {
        return done;
    }

    void apply(Lab lab, String node) {
        switch (this) {
            case START -> lab.startNode(node);
            case STOP -> lab.stop(node);
            case RESTART -> lab.restart(node);
            case KILL -> lab.kill(node);
            case PAUSE -> lab.pause(node);
            case RESUME -> lab.resume(node);
        }
    }

    static Optional<NodeVerb> named(String word) {
        return Arrays.stream(values()).filter(verb -> verb.word().equals(word)).findFirst();
    }
}
