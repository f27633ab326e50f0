package io.kash.commands.env;

import io.kash.surgery.environment.Environment;
import java.util.ArrayList;
import java.util.List;

/**
 * Something an environment does not say.
 *
 * @param what its key in the environments file
 * @param disables the commands that cannot work without it, or what is less safe, in words
 */
record Missing(String what, String disables) {
    static List<Missing> of(Environment environment) {
        List<Missing> missing = new ArrayList<>();
        if (environment.kafka().clusterId().isEmpty()) {
            missing.add(new Missing("kafka.cluster-id", "no check that this is the cluster that is meant"));
        }
        if (environment.zookeeper().isEmpty()) {
            missing.add(new Missing("zookeeper", "no zk list, and no ensemble in status"));
        }
        if (environment.fleet("new").isEmpty()) {
            missing.add(new Missing("fleets.new", "--to-new takes the brokers without replicas, and says so"));
        }
        if (environment.fleet("old").isEmpty()) {
            missing.add(new Missing("fleets.old", "no --from-old"));
        }
        if (environment.hooks().restart().isEmpty()) {
            missing.add(new Missing("hooks.restart", "no broker roll"));
        }
        return missing;
    }
}
