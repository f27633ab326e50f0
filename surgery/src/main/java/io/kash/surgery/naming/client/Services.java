package io.kash.surgery.naming.client;

import io.kash.surgery.consul.client.ConsulAgent;
import io.kash.surgery.naming.ServiceName;
import java.io.IOException;
import java.util.List;
import org.kiwiproject.consul.ConsulException;
import org.kiwiproject.consul.model.ConsulResponse;
import org.kiwiproject.consul.model.State;
import org.kiwiproject.consul.model.health.ServiceHealth;
import org.kiwiproject.consul.option.ConsistencyMode;
import org.kiwiproject.consul.option.ImmutableQueryOptions;

/**
 * Instances of services as Consul's servers know them. Asked in the consistent mode, which a leader answers after it has
 * heard of a quorum: an older answer could send somebody to a server that is gone (Consul API, "Consistency Modes").
 */
final class Services {
    private final ConsulAgent agent;

    Services(ConsulAgent agent) {
        this.agent = agent;
    }

    /**
     * One of a service's instances.
     *
     * @param id of its registration
     * @param address where it serves, without the port
     * @param agent the address of the node whose agent registered it
     * @param passing whether every check of it and of its node passes, which is when DNS names it
     */
    record Instance(String id, String address, String agent, boolean passing) {
        static Instance of(ServiceHealth health) {
            String own = health.getService().getAddress();
            String node = health.getNode().getAddress();
            return new Instance(
                    health.getService().getId(),
                    own.isEmpty() ? node : own,
                    node,
                    health.getChecks().stream().noneMatch(Services::fails));
        }
    }

    /** DNS leaves out critical instances, and names those that only warn. */
    private static boolean fails(org.kiwiproject.consul.model.health.HealthCheck check) {
        return check.getStatus().equals(State.FAIL.getName());
    }

    /** @throws IOException with the reason when there is no answer that a leader stands for */
    List<Instance> instances(ServiceName name) throws IOException {
        ImmutableQueryOptions.Builder options =
                ImmutableQueryOptions.builder().consistencyMode(ConsistencyMode.CONSISTENT);
        name.datacenter().ifPresent(options::datacenter);
        name.tag().ifPresent(options::addTag);
        try {
            ConsulResponse<List<ServiceHealth>> answer =
                    agent.client().healthClient().getAllServiceInstances(name.service(), options.build());
            if (!answer.isKnownLeader()) {
                throw new IOException("Consul's servers have no leader");
            }
            return answer.getResponse().stream().map(Instance::of).toList();
        } catch (ConsulException e) {
            throw new IOException("Consul at " + agent.address() + ": " + reason(e), e);
        }
    }

    static String reason(ConsulException e) {
        Throwable cause = e.getCause();
        return e.hasCode()
                ? "it answers " + e.getCode() + " (" + e.getMessage() + ")"
                : String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
    }
}
