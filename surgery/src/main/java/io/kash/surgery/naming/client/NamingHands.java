package io.kash.surgery.naming.client;

import io.kash.surgery.consul.client.ConsulAgent;
import io.kash.surgery.coordination.Fence;
import io.kash.surgery.naming.HideInstance;
import io.kash.surgery.naming.ServiceName;
import io.kash.surgery.operation.Hands;
import io.kash.surgery.operation.Reply;
import io.kash.surgery.plan.Effect;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.kiwiproject.consul.ConsulException;

/**
 * Puts instances into maintenance, each by the agent of its own node: no other one can (Consul, "Agent HTTP API"). That
 * agent has to be reached from here on the port of the environment's.
 */
final class NamingHands implements Hands {
    private static final int FORBIDDEN = 403;

    private final Services services;
    private final Function<String, ConsulAgent> agents;

    /** @param agents by the address of their node */
    NamingHands(Services services, Function<String, ConsulAgent> agents) {
        this.services = services;
        this.agents = agents;
    }

    /** @throws IllegalArgumentException for an effect on no name */
    @Override
    public Reply apply(Effect effect, Fence fence) {
        if (!(effect instanceof HideInstance hide)) {
            throw new IllegalArgumentException("not an effect on names: " + effect.kind());
        }
        try {
            Optional<Services.Instance> found = services
                    .instances(ServiceName.of(hide.host()).orElseThrow())
                    .stream()
                    .filter(instance -> instance.address().equals(hide.address()))
                    .findFirst();
            if (found.isEmpty()) {
                return new Reply.Rejected(Map.of(hide.host(), "Consul knows no instance at " + hide.address()));
            }
            fence.check();
            return hide(hide, found.get());
        } catch (IOException e) {
            return new Reply.Unknown(String.valueOf(e.getMessage()));
        }
    }

    private Reply hide(HideInstance hide, Services.Instance instance) {
        try (ConsulAgent agent = agents.apply(instance.agent())) {
            agent.client().agentClient().toggleMaintenanceMode(instance.id(), true, hide.reason());
            return new Reply.Accepted();
        } catch (ConsulException e) {
            String why = "the agent of " + instance.agent() + ": " + Services.reason(e);
            String instead = "; on that node: consul maint -enable -service=" + instance.id();
            return e.hasCode() && e.getCode() == FORBIDDEN
                    ? new Reply.Forbidden(why + instead)
                    : new Reply.Unknown(why + instead);
        }
    }
}
