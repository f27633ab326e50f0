package io.kash.surgery.naming.client;

import io.kash.surgery.consul.client.ConsulAgent;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.References;
import io.kash.surgery.naming.HideInstance;
import io.kash.surgery.operation.Engine;
import io.kash.surgery.operation.Hands;
import io.kash.surgery.operation.PartReader;
import io.kash.surgery.plan.Effect;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names, and the Consul that gives them where the environment has one. */
public final class NamingEngine implements Engine {
    private final Environment environment;
    private final References references;
    private final Optional<ConsulAgent> agent;
    private final NameReader reader;

    /**
     * @param references resolves the reference to Consul's token, when Consul is first asked
     * @param clock says since when names stand for what they do
     */
    public NamingEngine(Environment environment, References references, Clock clock) {
        this.environment = environment;
        this.references = references;
        this.agent = environment.consul().map(consul -> agent(consul.address(), consul));
        this.reader = new NameReader(agent.map(Services::new), clock);
    }

    private ConsulAgent agent(String address, Environment.Consul consul) {
        References.Place place = new References.Place(environment.name() + ", consul.token", Path.of(""));
        return new ConsulAgent(address, () -> consul.token()
                .map(token -> references.resolve(token, place).strip()));
    }

    /** The agent of a node, reached as the environment's own is, at another host. */
    private ConsulAgent agentOf(String node) {
        Environment.Consul consul = environment.consul().orElseThrow();
        URI own = URI.create(consul.address());
        String host = node.contains(":") ? "[" + node + "]" : node;
        return agent(own.getScheme() + "://" + host + (own.getPort() < 0 ? "" : ":" + own.getPort()), consul);
    }

    @Override
    public List<PartReader<?>> readers() {
        return List.of(reader);
    }

    @Override
    public Map<Class<? extends Effect>, Hands> hands() {
        return agent.<Map<Class<? extends Effect>, Hands>>map(
                        consul -> Map.of(HideInstance.class, new NamingHands(new Services(consul), this::agentOf)))
                .orElse(Map.of());
    }

    @Override
    public void close() {
        agent.ifPresent(ConsulAgent::close);
    }
}
