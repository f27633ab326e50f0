package io.kash.surgery.simulation;

import io.kash.surgery.kafka.Broker;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Throttles;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One broker: whether it runs, and what is set on it. */
final class SimBroker {
    final BrokerId id;
    final Optional<String> rack;
    /** Dynamic settings; deleting one uncovers what its file says. */
    final Map<String, String> settings = new TreeMap<>();
    /** The rate in its own file, which no look at dynamic settings shows. */
    final Optional<Long> fileRate;

    boolean alive = true;
    long diedAtMillis = -1;
    /** Until then it answers nothing that is asked of itself, though it is alive. */
    long silentUntilMillis;

    SimBroker(BrokerId id, Optional<String> rack, Optional<Long> fileRate) {
        this.id = id;
        this.rack = rack;
        this.fileRate = fileRate;
    }

    /** Bytes a second for replicas that are named throttled. */
    long rate(String key) {
        String set = settings.get(key);
        return set != null ? Long.parseLong(set) : fileRate.orElse(Long.MAX_VALUE);
    }

    long sendingRate() {
        return rate(Throttles.LEADER_RATE);
    }

    long receivingRate() {
        return rate(Throttles.FOLLOWER_RATE);
    }

    Broker view(boolean fencedWhenDead) {
        return new Broker(id, "10.0.0." + id, 9092, rack, fencedWhenDead && !alive);
    }
}
