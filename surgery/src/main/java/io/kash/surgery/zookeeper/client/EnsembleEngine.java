package io.kash.surgery.zookeeper.client;

import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.References;
import io.kash.surgery.operation.Engine;
import io.kash.surgery.operation.Hands;
import io.kash.surgery.operation.PartReader;
import io.kash.surgery.plan.Effect;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.quorum.ConnectString;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** A ZooKeeper ensemble, 3.4 to 3.9. Nothing stays open between two looks. */
public final class EnsembleEngine implements Engine {
    private final String environment;
    private final Environment.ZooKeeper zookeeper;
    private final References references;
    private final List<PartReader<?>> readers;
    private final EnsembleHands hands;

    /**
     * @param references resolves who may reconfigure, when that is first needed
     * @param executor for asking servers; must not make a task wait for another
     * @param clock says since when servers are well
     * @param registrations whether it says which process a broker is; not where the operator's own program does
     */
    public EnsembleEngine(
            String environment,
            Environment.ZooKeeper zookeeper,
            References references,
            Executor executor,
            Clock clock,
            boolean registrations) {
        this.environment = environment;
        this.zookeeper = zookeeper;
        this.references = references;
        Roll roll = new Roll(this::connect, new Discovery());
        AdminServer admin = new AdminServer(AdminServer.USUAL_PORT);
        TreeClient tree = new TreeClient(roll);
        List<PartReader<?>> all = new ArrayList<>(List.of(
                new EnsembleReader(roll, executor),
                new InspectionReader(roll, executor, admin),
                new SessionsReader(roll, executor, admin),
                new TreeReader(tree),
                new NodeDataReader(tree),
                new ContentsReader(roll, executor),
                new MembershipReader(this::connect, executor, clock, admin)));
        if (registrations) {
            all.add(new RegistrationReader(environment, this::connect));
        }
        this.readers = List.copyOf(all);
        this.hands = new EnsembleHands(this::auth);
    }

    private Optional<String> auth() {
        References.Place place = new References.Place(environment + ", zookeeper.auth", Path.of(""));
        return zookeeper
                .auth()
                .map(reference -> references.resolve(reference, place).strip());
    }

    private ConnectString connect() {
        String connect = zookeeper.connect();
        if (connect.startsWith("consul://")) {
            throw Problem.usage(
                            "'" + environment + "' finds its ensemble through Consul, which kash cannot do yet",
                            environment + ", zookeeper.connect",
                            "it says " + connect,
                            "write the servers as host:port, comma-separated")
                    .asException();
        }
        try {
            return ConnectString.of(connect);
        } catch (IllegalArgumentException e) {
            throw Problem.usage(
                            "zookeeper.connect of '" + environment + "' is not a list of addresses",
                            environment + ", zookeeper.connect",
                            String.valueOf(e.getMessage()),
                            "write the servers as host:port, comma-separated, with an optional /chroot at the end")
                    .asException(e);
        }
    }

    @Override
    public List<PartReader<?>> readers() {
        return readers;
    }

    @Override
    public Map<Class<? extends Effect>, Hands> hands() {
        return EnsembleHands.EFFECTS.stream().collect(Collectors.toMap(effect -> effect, effect -> hands));
    }

    @Override
    public void close() {}
}
