package io.kash.surgery.throttle;

import io.kash.surgery.kafka.AlterConfigs;
import io.kash.surgery.kafka.AlterConfigs.Change;
import io.kash.surgery.kafka.AlterConfigs.Operation;
import io.kash.surgery.kafka.AlterConfigs.Resource;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Throttles;
import java.util.List;
import java.util.Optional;

/**
 * One rate we set on one broker.
 *
 * @param earlier values that were ours before this one
 */
record ThrottleRate(BrokerId broker, String key, String value, List<String> earlier) implements ThrottleSetting {
    @Override
    public String ledgerKey() {
        return "broker/" + broker + "/" + key;
    }

    @Override
    public Optional<String> now(Throttles throttles) {
        return throttles.ofBroker(broker, key);
    }

    @Override
    public boolean stands(Throttles throttles) {
        return now(throttles).equals(Optional.of(value));
    }

    @Override
    public boolean ours(Throttles throttles) {
        return stands(throttles) || now(throttles).filter(earlier::contains).isPresent();
    }

    @Override
    public boolean known(Cluster cluster, Throttles throttles) {
        return reachable(cluster, throttles);
    }

    @Override
    public boolean reachable(Cluster cluster, Throttles throttles) {
        return cluster.alive(broker) && !throttles.silent().contains(broker);
    }

    @Override
    public boolean foreign(Optional<String> found, Throttles throttles) {
        return !ours(throttles) && !now(throttles).equals(found);
    }

    @Override
    public Optional<AlterConfigs.Change> acquire(Throttles throttles) {
        return stands(throttles)
                ? Optional.empty()
                : Optional.of(new Change(Resource.BROKER, broker.toString(), key, Operation.SET, value));
    }

    /** A rate that is no longer ours was changed by somebody else and is left alone. */
    @Override
    public Optional<AlterConfigs.Change> restore(Optional<String> found, Throttles throttles) {
        if (!ours(throttles) || found.equals(now(throttles))) {
            return Optional.empty();
        }
        return Optional.of(
                found.isPresent()
                        ? new Change(Resource.BROKER, broker.toString(), key, Operation.SET, found.get())
                        : new Change(Resource.BROKER, broker.toString(), key, Operation.DELETE, ""));
    }
}
