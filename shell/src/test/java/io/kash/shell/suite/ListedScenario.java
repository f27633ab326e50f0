package io.kash.shell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.lab.NodeState;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The same on servers whose list stands in files: it grows and shrinks by restarts. */
abstract class ListedScenario extends EnsembleScenario {
    /** Who belongs to such an ensemble, its files say. */
    @Override
    void belong(Integer... ids) {
        String list = Arrays.stream(ids).map(String::valueOf).collect(Collectors.joining(","));
        assertThat(servers(ids))
                .extracting(state -> lab().listed(state.node().name()).stream()
                        .map(line -> line.replaceAll("server\\.([0-9]+)=.*", "$1"))
                        .collect(Collectors.joining(",")))
                .containsOnly(list);
    }

    List<NodeState> servers(Integer... ids) {
        return lab().nodes().stream()
                .filter(state -> state.node().isZooKeeper()
                        && List.of(ids).contains(state.node().id()))
                .toList();
    }
}
