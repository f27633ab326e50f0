package io.kash.surgery.kafka.client;

import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.References;
import io.kash.surgery.operation.Engine;
import io.kash.surgery.operation.Hands;
import io.kash.surgery.operation.PartReader;
import io.kash.surgery.plan.Effect;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Kafka through its admin client, brokers 2.4 to 4.x, ZooKeeper and KRaft mode. One client serves all looks and effects;
 * it is opened by the first of them. Each takes 10 s at the most.
 */
public final class KafkaEngine implements Engine {
    private final KafkaClient client;
    private final KafkaHands hands;
    private final MetadataQuorumReader quorum;

    /**
     * @param references resolves what the client properties refer to
     * @param executor for trying addresses; must not make a task wait for another
     * @param clock says since when controllers are well
     */
    public KafkaEngine(Environment environment, References references, Executor executor, Clock clock) {
        this.client = new KafkaClient(environment, references, executor);
        this.hands = new KafkaHands(client);
        Supplier<ControllerCalls> calls =
                () -> new ControllerCalls(new ClientSettings(references).ofControllers(environment));
        this.quorum = new MetadataQuorumReader(client, new Once<>(calls), executor, clock);
    }

    @Override
    public List<PartReader<?>> readers() {
        return List.of(
                new ClusterReader(client),
                new DisksReader(client),
                new ThrottlesReader(client),
                new BrokerSettingsReader(client),
                new GroupsReader(client),
                new OffsetsReader(client),
                quorum);
    }

    @Override
    public Map<Class<? extends Effect>, Hands> hands() {
        return KafkaHands.EFFECTS.stream().collect(Collectors.toMap(Function.identity(), effect -> hands));
    }

    @Override
    public void close() {
        client.close();
    }
}
