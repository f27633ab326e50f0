package io.kash.lab.server;

import io.kash.lab.LabException;
import io.kash.lab.Node;
import io.kash.lab.Node.Kind;
import io.kash.lab.ToolRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.common.Uuid;

/** Formats the storage of KRaft nodes. The first controllers form a dynamic quorum (KIP-853); brokers only join it. */
final class StorageFormat {
    private static final Duration FORMATTED_WITHIN = Duration.ofSeconds(60);

    private final Roster roster;
    private final LabHome home;
    private final JavaCommand command;
    private final Configuration configuration;
    private final String clusterId = Uuid.randomUuid().toString();

    StorageFormat(Roster roster, LabHome home, JavaCommand command, Configuration configuration) {
        this.roster = roster;
        this.home = home;
        this.command = command;
        this.configuration = configuration;
    }

    void format(List<Node> nodes) {
        List<Node> controllers =
                nodes.stream().filter(node -> node.kind() == Kind.CONTROLLER).toList();
        // A controller that comes later joins what there is, like a broker.
        List<Node> others =
                nodes.stream().filter(node -> node.kind() != Kind.CONTROLLER).toList();
        List<String> arguments = new ArrayList<>();
        arguments.add(clusterId);
        arguments.add(controllers.isEmpty() ? "-" : initialControllers());
        controllers.forEach(node -> arguments.add(configuration.of(node).toString()));
        arguments.add("--");
        others.forEach(node -> arguments.add(configuration.of(node).toString()));
        ToolRun run = new Tools(home).run("format", command.formatStorage(arguments), FORMATTED_WITHIN);
        if (run.exitCode() != 0) {
            throw new LabException(
                    "cannot format the storage of the KRaft nodes",
                    run.output().strip(),
                    "mend what it complains about and start again");
        }
    }

    private String initialControllers() {
        return roster.quorum().stream()
                .map(node -> node.id() + "@" + node.endpoint() + ":" + Uuid.randomUuid())
                .collect(Collectors.joining(","));
    }
}
