package io.kash.surgery.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kash.surgery.coordination.Store;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.Environment.StoreKind;
import io.kash.surgery.environment.Protection;
import io.kash.surgery.environment.References;
import io.kash.surgery.fake.SampleEnvironment;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoresTest {
    private static final Optional<Environment.ZooKeeper> ZOOKEEPER =
            Optional.of(new Environment.ZooKeeper("127.0.0.1:2181"));
    private static final Optional<Environment.Consul> CONSUL =
            Optional.of(new Environment.Consul("http://127.0.0.1:8500", Optional.of("${env:CONSUL_HTTP_TOKEN}")));

    @TempDir
    Path folder;

    private Stores stores() {
        return new Stores(new References(name -> Optional.empty()), folder::resolve);
    }

    @Test
    void withoutAWordOperatorsMeetInZooKeeperThenInConsulAndElseNowhere() {
        assertThat(kind(ZOOKEEPER, CONSUL, Optional.empty())).isEqualTo(StoreKind.ZOOKEEPER);
        assertThat(kind(Optional.empty(), CONSUL, Optional.empty())).isEqualTo(StoreKind.CONSUL);
        assertThat(kind(Optional.empty(), Optional.empty(), Optional.empty())).isEqualTo(StoreKind.LOCAL);
    }

    @Test
    void whatTheEnvironmentSaysGoesFirst() {
        assertThat(kind(ZOOKEEPER, CONSUL, Optional.of(StoreKind.CONSUL))).isEqualTo(StoreKind.CONSUL);
        assertThat(kind(ZOOKEEPER, CONSUL, Optional.of(StoreKind.LOCAL))).isEqualTo(StoreKind.LOCAL);
    }

    @Test
    void openingAStoreReachesNothingAndAsksForNoSecret() {
        for (StoreKind kind : StoreKind.values()) {
            try (Store store = stores().apply(environment(ZOOKEEPER, CONSUL, Optional.of(kind)))) {
                assertThat(store.shared()).isEqualTo(kind != StoreKind.LOCAL);
                assertThat(store.place())
                        .isEqualTo(
                                switch (kind) {
                                    case ZOOKEEPER -> "ZooKeeper";
                                    case CONSUL -> "Consul";
                                    case LOCAL -> "this machine";
                                });
            }
        }
    }

    @Test
    void anEnsembleFoundThroughConsulIsSaidNotToBeUnderstood() {
        Environment environment =
                environment(Optional.of(new Environment.ZooKeeper("consul://zk")), CONSUL, Optional.empty());

        assertThatThrownBy(() -> stores().apply(environment)).hasMessageContaining("consul://zk");
    }

    private static StoreKind kind(
            Optional<Environment.ZooKeeper> zookeeper, Optional<Environment.Consul> consul, Optional<StoreKind> said) {
        return Stores.kindFor(environment(zookeeper, consul, said));
    }

    private static Environment environment(
            Optional<Environment.ZooKeeper> zookeeper, Optional<Environment.Consul> consul, Optional<StoreKind> said) {
        return SampleEnvironment.of("lab", Protection.CONFIRM, "127.0.0.1:9092")
                .zookeeper(zookeeper)
                .consul(consul)
                .teamwork(new Environment.Teamwork(said, Map.of(), false))
                .done();
    }
}
