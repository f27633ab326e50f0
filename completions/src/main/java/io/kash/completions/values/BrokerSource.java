package io.kash.completions.values;

import io.kash.surgery.kafka.Broker;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Brokers, registered or counted on by a partition: {@code 12  10.0.0.12:9092, zone a, up}. */
public final class BrokerSource implements ValueSource {
    @Override
    public List<Class<?>> types() {
        return List.of(BrokerId.class);
    }

    @Override
    public Scope scope() {
        return Scope.of(new ClusterLook(Selection.all()));
    }

    @Override
    public Optional<List<Value>> values(Snapshot snapshot) {
        return snapshot.find(Cluster.class).map(BrokerSource::values);
    }

    private static List<Value> values(Cluster cluster) {
        SortedSet<BrokerId> ids = new TreeSet<>(cluster.brokers().keySet());
        cluster.partitions().forEach(partition -> ids.addAll(partition.replicas()));
        return ids.stream()
                .map(id -> new Value(
                        id.toString(),
                        cluster.broker(id).map(BrokerSource::description).orElse("not registered")))
                .toList();
    }

    private static String description(Broker broker) {
        String zone = broker.rack().map(rack -> ", zone " + rack).orElse("");
        return broker.host() + ":" + broker.port() + zone + (broker.alive() ? ", up" : ", fenced");
    }
}
