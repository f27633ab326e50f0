package io.kash.shell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.lab.LabSpec;
import io.kash.lab.NodeState;
import io.kash.lab.NodeState.Life;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * The first half of the story on servers that cannot be reconfigured: ZooKeeper 3.4.14, with Kafka on it and clients running.
 * Three servers join by lists in files and restarts, the brokers are told of them and rolled, the three old ones leave and
 * are stopped. The shell is killed with SIGKILL at some of the boundaries, and another goes on.
 */
class StaticEnsembleIT extends EnsembleScenario {
    @Override
    LabSpec spec() {
        return LabSpec.bare().withZooKeeper("3.4.14");
    }

    /** Not just before a program is begun: that one a person has to repeat. */
    @Override
    void join() {
        shell().killWhen(
                List.of(marked("join 4 [0-9a-f]{16} 0/4 .*"), marked("join 5 [0-9a-f]{16} 1/5 .*"), marked("join 6 [0-9a-f]{16} 5/6 .*")),
                "zk",
                "join",
                "--to-new",
                CONFIRM,
                "lab");
    }

    private BooleanSupplier marked(String mark) {
        return () -> pulse().mark().matches(mark);
    }

    @Override
    void retire() {
        shell().killWhen(
                List.of(() -> servers(1).get(0).life() == Life.ENDED), "zk", "retire", "--from-old", CONFIRM, "lab");
    }

    /** Nobody says who belongs to an ensemble of this age: its files do. */
    @Override
    void belong(Integer... ids) {
        String list = Arrays.stream(ids).map(String::valueOf).collect(Collectors.joining(","));
        assertThat(servers(ids))
                .extracting(state -> lab().listed(state.node().name()).stream()
                        .map(line -> line.replaceAll("server\\.([0-9]+)=.*", "$1"))
                        .collect(Collectors.joining(",")))
                .containsOnly(list);
    }

    private List<NodeState> servers(Integer... ids) {
        return lab().nodes().stream()
                .filter(state -> state.node().isZooKeeper()
                        && List.of(ids).contains(state.node().id()))
                .toList();
    }
}
