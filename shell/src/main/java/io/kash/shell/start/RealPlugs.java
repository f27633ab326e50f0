package io.kash.shell.start;

import io.kash.commands.Verbs;
import io.kash.commands.audit.AuditTrail;
import io.kash.commands.change.OperatingRoom;
import io.kash.commands.env.Arrival;
import io.kash.commands.evidence.EvidenceFiles;
import io.kash.commands.evidence.EvidenceRoom;
import io.kash.commands.session.FirstSeenInStore;
import io.kash.commands.session.Session;
import io.kash.shell.session.PrivateFiles;
import io.kash.surgery.connection.EngineConnector;
import io.kash.surgery.connection.Stores;
import io.kash.surgery.environment.EnvironmentsFile;
import io.kash.surgery.environment.IdentityPins;
import io.kash.surgery.environment.References;
import io.kash.surgery.operation.Repertoire;
import io.kash.surgery.pairing.KeyFile;
import io.kash.surgery.pairing.Operator;
import io.kash.surgery.plan.Json;
import io.kash.surgery.repertoire.Repertoires;
import io.kash.surgery.traffic.LiveChronicle;
import io.kash.surgery.traffic.client.KafkaCanaryTopic;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
        References references = References.ofProcess();
        Stores stores = new Stores(references, environment -> files.at("coordination", environment));
        EngineConnector connector = new EngineConnector(surroundings.clock(), references, stores);
        OperatingRoom room = room(pins, references, files);
        AuditTrail trail = new AuditTrail(files::journal, surroundings.origin().place());
        return new Plugs(
                EnvironmentsFile::read,
                connector,
                session -> Verbs.of(session, new FirstSeenInStore(session, stores::onThisMachine), room, trail),
                this::live,
                session -> new Others(live(session), session, room),
                new Arrival(pins)::greet);
    }

    private LiveValues live(Session session) {
        return live.computeIfAbsent(session, of -> new LiveValues(of, surroundings.clock()));
    }

    private OperatingRoom room(IdentityPins pins, References references, PrivateFiles files) {
        Repertoire repertoire = Repertoires.standard();
        return new OperatingRoom(
                repertoire,
                repertoire.json(),
                pins,
                surroundings.clock(),
                surroundings.ticker()::nanos,
                surroundings.ticker()::pass,
                new Operator(surroundings.origin().who(), UUID.randomUUID().toString(), new KeyFile(keyFile())),
                evidence(repertoire.json(), references, files));
    }

    private EvidenceRoom evidence(Json json, References references, PrivateFiles files) {
        LiveChronicle.Tools tools = new LiveChronicle.Tools(
                json,
                surroundings.clock(),
                surroundings.ticker()::nanos,
                surroundings.ticker()::pass,
                KafkaCanaryTopic.opener(references));
        return new EvidenceRoom(
                tools.chronicler(), new EvidenceFiles(json, environment -> files.at("evidence", environment)));
    }

    private Path keyFile() {
        String config = surroundings.env().getOrDefault("XDG_CONFIG_HOME", "");
        Path folder = config.isEmpty() ? surroundings.home().resolve(".config") : Path.of(config);
        return folder.resolve("kash").resolve("operator.key");
    }
}
