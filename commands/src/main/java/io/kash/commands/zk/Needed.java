package io.kash.commands.zk;

import io.kash.commands.session.Session;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.problem.Problem;

/** What commands that look at ZooKeeper need first. */
final class Needed {
    private Needed() {}

    /**
     * The environment chosen, which has an ensemble.
     *
     * @throws io.kash.surgery.problem.ProblemException of kind USAGE when it has none
     */
    static Environment ensemble(Session session) {
        Environment environment = session.connection().environment();
        if (environment.zookeeper().isEmpty()) {
            throw Problem.usage(
                            "the environment has no ZooKeeper",
                            environment.name(),
                            "its entry in the environments file does not name one",
                            "env show")
                    .asException();
        }
        return environment;
    }
}
