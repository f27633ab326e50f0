package io.kash.surgery.environment;

import io.kash.surgery.problem.Problem;
import java.util.Optional;

/** Whether the cluster that answers is the one an environment means. */
public final class Identity {
    private Identity() {}

    /**
     * @param pinned what the environment is pinned to; where it is empty every cluster is right
     * @param seen the cluster id that answered
     * @return the problem, of kind REFUSED, when it is another cluster
     */
    public static Optional<Problem> verify(Environment environment, Optional<String> pinned, String seen) {
        return pinned.filter(id -> !id.equals(seen))
                .map(id -> new Problem(
                        Problem.Kind.REFUSED,
                        "wrong cluster: '" + environment.name() + "' is pinned to another one than answers",
                        environment.name() + ", kafka " + environment.kafka().bootstrap(),
                        "pinned is cluster id " + id + ", seen is " + seen,
                        environment.kafka().clusterId().isPresent()
                                ? "correct kafka.bootstrap; if the cluster was replaced, kafka.cluster-id"
                                : "correct kafka.bootstrap; if the cluster was replaced, set kafka.cluster-id to the new"
                                        + " id"));
    }
}
