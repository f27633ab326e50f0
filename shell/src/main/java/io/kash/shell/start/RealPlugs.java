package io.kash.shell.start;

import io.kash.commands.Verbs;
import io.kash.commands.change.OperatingRoom;
import io.kash.commands.env.Arrival;
import io.kash.commands.session.FirstSeenInStore;
import io.kash.commands.session.Session;
import io.kash.shell.session.PrivateFiles;
import io.kash.surgery.connection.EngineConnector;
import io.kash.surgery.coordination.local.LocalFiles;
import io.kash.surgery.environment.EnvironmentsFile;
import io.kash.surgery.environment.IdentityPins;
import io.kash.surgery.environment.References;
import io.kash.surgery.operation.Repertoire;
import io.kash.surgery.repertoire.Repertoires;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/** The rooms put together for real: the one place that names their classes. */
final class RealPlugs {
    private final Surroundings surroundings;
    private final Map<Session, LiveValues> live = new WeakHashMap<>();

    private RealPlugs(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    static Plugs of(Surroundings surroundings) {
        return new RealPlugs(surroundings).plugs();
    }

    private Plugs plugs() {
        PrivateFiles files = PrivateFiles.of(surroundings.env(), surroundings.home());
        IdentityPins pins = new IdentityPins(IdentityPins.usualDirectory(
                name -> Optional.ofNullable(surroundings.env().get(name)), surroundings.home()));
        EngineConnector connector = new EngineConnector(
                surroundings.clock(),
                References.ofProcess(),
                environment -> new LocalFiles(files.at("coordination", environment.name())));
        return new Plugs(
                EnvironmentsFile::read,
                connector,
                session -> Verbs.of(session, new FirstSeenInStore(session), room(pins)),
                this::live,
                this::live,
                new Arrival(pins)::greet);
    }

    private LiveValues live(Session session) {
        return live.computeIfAbsent(session, of -> new LiveValues(of, surroundings.clock()));
    }

    private OperatingRoom room(IdentityPins pins) {
        Repertoire repertoire = Repertoires.standard();
        return new OperatingRoom(
                repertoire,
                repertoire.json(),
                pins,
                surroundings.clock(),
                surroundings.ticker()::nanos,
                surroundings.ticker()::pass,
                operator());
    }

    /** {@code ada@bastion (4711)}. */
    private String operator() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            host = "this machine";
        }
        return surroundings.env().getOrDefault("USER", System.getProperty("user.name", "somebody")) + "@" + host + " ("
                + ProcessHandle.current().pid() + ")";
    }
}
