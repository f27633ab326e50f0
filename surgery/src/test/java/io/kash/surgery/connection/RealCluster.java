package io.kash.surgery.connection;

import io.kash.lab.Lab;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.Protection;
import io.kash.surgery.environment.References;
import io.kash.surgery.fake.SampleEnvironment;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.operation.Reply;
import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Look;
import io.kash.surgery.plan.Part;
import io.kash.surgery.plan.Scope;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A connection to a lab, and the waiting that tests of real clusters need. */
final class RealCluster implements AutoCloseable {
    private static final Duration AT_MOST = Duration.ofSeconds(30);
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private final Connection connection;

    RealCluster(Environment environment, References references) {
        EngineConnector connector = new EngineConnector(Clock.systemUTC(), references, unused -> {
            throw new UnsupportedOperationException("these tests need no store");
        });
        this.connection = connector.open(environment);
    }

    static RealCluster of(Lab lab) {
        return new RealCluster(
                environment(lab.bootstrap(), Optional.empty(), lab.zookeeperConnect()), References.ofProcess());
    }

    static Environment environment(String bootstrap, Optional<Path> client, String zookeeper) {
        return SampleEnvironment.of("lab", Protection.NONE, bootstrap)
                .client(client.map(Path::toString))
                .zookeeper(
                        Optional.of(zookeeper).filter(text -> !text.isEmpty()).map(Environment.ZooKeeper::new))
                .done();
    }

    <P extends Part> P look(Look look, Class<P> part) {
        return connection.observer().read(Scope.of(look)).part(part);
    }

    Connection connection() {
        return connection;
    }

    Cluster cluster(String... topics) {
        return look(new ClusterLook(Selection.of(List.of(topics))), Cluster.class);
    }

    Partition partition(TopicPartition name) {
        return cluster(name.topic()).partition(name).orElseThrow();
    }

    Reply apply(Effect effect) {
        return connection.hands().apply(effect, new OpenFence());
    }

    /** Looks again until what is seen is as wanted. */
    static <T> T eventually(Supplier<T> look, Predicate<T> wanted) {
        long endNanos = System.nanoTime() + AT_MOST.toNanos();
        T seen = look.get();
        while (!wanted.test(seen)) {
            if (System.nanoTime() > endNanos) {
                throw new AssertionError("not so within " + AT_MOST.toSeconds() + " s; last seen: " + seen);
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
            seen = look.get();
        }
        return seen;
    }

    static List<BrokerId> brokers(int... ids) {
        return java.util.Arrays.stream(ids).mapToObj(BrokerId::new).toList();
    }

    @Override
    public void close() {
        connection.close();
    }
}
