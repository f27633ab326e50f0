package io.kash.surgery.naming;

import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Kind;

/**
 * Takes one address out of what a name stands for: the instance of the Consul service there is put into maintenance, by the
 * agent that registered it, so that its checks fail and DNS leaves it out (Consul, "Agent HTTP API: Service maintenance").
 *
 * @param host the name
 * @param address without the port
 * @param reason kept by Consul beside the failing check, for whoever finds it
 */
public record HideInstance(String host, String address, String reason) implements Effect {
    public static final Kind KIND = Kind.of("consul.hide-instance/1");

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String title() {
        return "take " + address + " out of " + host;
    }
}
