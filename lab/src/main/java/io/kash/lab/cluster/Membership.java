package io.kash.lab.cluster;

import io.kash.lab.LabException;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Node;

/** Which brokers the cluster knows. */
public record Membership(Admin admin) {
    private static final long ANSWERS_WITHIN_SECONDS = 5;

    /** The ids of the registered brokers; none when the cluster does not answer. */
    public Set<Integer> registered() {
        try {
            return admin.describeCluster().nodes().get(ANSWERS_WITHIN_SECONDS, TimeUnit.SECONDS).stream()
                    .map(Node::id)
                    .collect(Collectors.toSet());
        } catch (ExecutionException | TimeoutException notYet) {
            return Set.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("cannot see which brokers are registered", "interrupted", "start again", e);
        }
    }

    public String clusterId() {
        return Answer.of(admin.describeCluster().clusterId(), "ask for the cluster's id");
    }
}
