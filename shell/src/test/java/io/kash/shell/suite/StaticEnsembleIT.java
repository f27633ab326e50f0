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
        killWhen(() -> pulse().mark().matches("join 4 [0-9a-f]{16} 0/4 .*"), "zk", "join", "4", CONFIRM, "lab");
        long second = pid(2);
        killWhen(() -> pid(2) != second, "zk", "join", "5", CONFIRM, "lab");
        killWhen(() -> pulse().mark().matches("join 6 [0-9a-f]{16} 5/6 .*"), "zk", "join", "6", CONFIRM, "lab");
    }

    @Override
    void retire() {
        killWhen(() -> servers(1).get(0).life() == Life.ENDED, "zk", "retire", "1", CONFIRM, "lab");
        Result last = product().run("zk", "retire", "2", "3", CONFIRM, "lab");

        assertThat(last.code()).as(last.err()).isZero();
        assertThat(last.out()).contains("3 of 3 servers serve, with the list 4,5,6 in their files");
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

    private void killWhen(BooleanSupplier boundary, String... words) {
        shell().killWhen(List.of(boundary), words);
    }

    private List<NodeState> servers(Integer... ids) {
        return lab().nodes().stream()
                .filter(state -> state.node().isZooKeeper()
                        && List.of(ids).contains(state.node().id()))
                .toList();
    }

    private long pid(int server) {
        return servers(server).get(0).pid();
    }
}
