package io.kash.shell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.lab.LabSpec;
import io.kash.lab.NodeState;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The first half of the story on servers that cannot be reconfigured: ZooKeeper 3.4.14, with Kafka on it and clients running.
 * Three servers join by lists in files and restarts, the brokers are told of them and rolled, the three old ones leave and
 * are stopped.
 */
class StaticEnsembleIT extends EnsembleScenario {
    @Override
    LabSpec spec() {
        return LabSpec.bare().withZooKeeper("3.4.14");
    }

    @Override
    void join() {
        Result joined = product().run("zk", "join", "--to-new", CONFIRM, "lab");

        assertThat(joined.code()).as(joined.err()).isZero();
        assertThat(joined.out()).contains("6 of 6 servers serve, with the list 1,2,3,4,5,6 in their files");
    }

    @Override
    void retire() {
        Result retired = product().run("zk", "retire", "--from-old", CONFIRM, "lab");

        assertThat(retired.code()).as(retired.err()).isZero();
        assertThat(retired.out()).contains("3 of 3 servers serve, with the list 4,5,6 in their files");
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
