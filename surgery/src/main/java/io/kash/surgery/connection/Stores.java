package io.kash.surgery.connection;

import io.kash.surgery.coordination.Store;
import io.kash.surgery.coordination.client.ConsulStore;
import io.kash.surgery.coordination.client.ZooKeeperStore;
import io.kash.surgery.coordination.local.LocalFiles;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.Environment.StoreKind;
import io.kash.surgery.environment.References;
import io.kash.surgery.problem.Problem;
import java.nio.file.Path;
import java.util.function.Function;

/** Opens the store that an environment's operators share. A client's library is loaded when its kind is the one used. */
public final class Stores implements Function<Environment, Store> {
    private final References references;
    private final Function<String, Path> folders;

    /**
     * @param references resolves the reference to Consul's token, when the store is first used
     * @param folders where an environment's files are kept on this machine, by its name
     */
    public Stores(References references, Function<String, Path> folders) {
        this.references = references;
        this.folders = folders;
    }

    /** What the environment asks for; else what others are likely to see as well: ZooKeeper, then Consul. */
    static StoreKind kindFor(Environment environment) {
        return environment.teamwork().store().orElseGet(() -> {
            if (environment.zookeeper().isPresent()) {
                return StoreKind.ZOOKEEPER;
            }
            return environment.consul().isPresent() ? StoreKind.CONSUL : StoreKind.LOCAL;
        });
    }

    @Override
    public Store apply(Environment environment) {
        return switch (kindFor(environment)) {
            case ZOOKEEPER -> inZooKeeper(environment);
            case CONSUL -> inConsul(environment);
            case LOCAL -> onThisMachine(environment);
        };
    }

    /** The store in files of this machine, whatever the operators share. */
    public Store onThisMachine(Environment environment) {
        return new LocalFiles(folders.apply(environment.name()));
    }

    private static Store inZooKeeper(Environment environment) {
        String connect = environment.zookeeper().orElseThrow().connect();
        if (connect.startsWith("consul://")) {
            throw Problem.usage(
                            "'" + environment.name() + "' finds its ensemble through Consul, which kash cannot do yet",
                            environment.name() + ", zookeeper.connect",
                            "it says " + connect,
                            "write the servers as host:port, or add 'coordination: consul'")
                    .asException();
        }
        return new ZooKeeperStore(connect, environment.name());
    }

    private Store inConsul(Environment environment) {
        Environment.Consul consul = environment.consul().orElseThrow();
        References.Place place = new References.Place(environment.name() + ", consul.token", Path.of(""));
        return new ConsulStore(
                consul.address(),
                () -> consul.token()
                        .map(token -> references.resolve(token, place).strip()),
                environment.name());
    }
}
