package io.kash.commands.broker;

import io.kash.commands.terminal.Role;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;

/** How a broker stands with the controller. */
public enum BrokerState {
    UP("up", Role.GOOD),
    /** Registered, but the controller does not let it take part. */
    FENCED("fenced", Role.WARNING),
    /** Not registered although partitions count on it. */
    DOWN("down", Role.BAD),
    /** Not registered, and nothing counts on it but the environments file. */
    ABSENT("absent", Role.FAINT);

    private final String word;
    private final Role role;

    BrokerState(String word, Role role) {
        this.word = word;
        this.role = role;
    }

    public String word() {
        return word;
    }

    public Role role() {
        return role;
    }

    static BrokerState of(Cluster cluster, BrokerId id, int replicas) {
        if (cluster.alive(id)) {
            return UP;
        }
        if (cluster.broker(id).isPresent()) {
            return FENCED;
        }
        return replicas > 0 ? DOWN : ABSENT;
    }
}
