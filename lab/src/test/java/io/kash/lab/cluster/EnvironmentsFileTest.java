package io.kash.lab.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.lab.LabSpec;
import io.kash.lab.cluster.EnvironmentsFile.Controllers;
import io.kash.lab.cluster.EnvironmentsFile.Ensemble;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class EnvironmentsFileTest {
    @Test
    void it_says_what_the_product_needs_to_know() {
        EnvironmentsFile file =
                file(LabSpec.move(), "127.60.1.21:9092,127.60.2.21:9092", Optional.of(ensemble(List.of())));

        assertThat(file.text())
                .isEqualTo(
                        """
                        # Written by the lab; gone when it is.
                        environments:
                          lab:
                            protection: confirm
                            kafka:     {bootstrap: "127.60.1.21:9092,127.60.2.21:9092", cluster-id: "Q3xkA"}
                            zookeeper: {connect: "127.60.1.11:2181", auth: "${file:/lab/auth}", settle: 2s,
                                        addressing: {offset: 11, subnets: {a: 127.60.1.0/24}}}
                            canary:    kash-canary
                            fleets:    {old: {ids: [1, 2, 3]}, new: {ids: [11, 12, 13]},
                                        zookeeper-old: {ids: [1, 2, 3]}}
                            limits:    {throttle: 40MB/s}
                            hooks:     {restart: ["/lab/hook", restart, "${kind}", "${id}"],
                                        stop: ["/lab/hook", stop, "${kind}", "${id}"],
                                        started: ["/lab/hook", started, "${kind}", "${id}"]}
                        """);
    }

    @Test
    void new_zookeeper_servers_are_a_fleet() {
        EnvironmentsFile file = file(LabSpec.doom(), "127.60.1.21:9092", Optional.of(ensemble(List.of(4, 5, 6))));

        assertThat(file.text())
                .contains(
                        """
                            fleets:    {old: {ids: [1, 2, 3]}, new: {ids: [11, 12, 13]},
                                        zookeeper-old: {ids: [1, 2, 3]}, zookeeper-new: {ids: [4, 5, 6]}}
                        """);
    }

    @Test
    void without_brokers_it_names_neither_old_ones_nor_a_cluster() {
        EnvironmentsFile file = new EnvironmentsFile(
                LabSpec.bare().withOldBrokers(0),
                "127.60.1.21:9092",
                "",
                List.of(11),
                Optional.of(ensemble(List.of())),
                Optional.empty(),
                Path.of("/lab/hook"));

        assertThat(file.text()).contains("fleets:    {new: {ids: [11]},").doesNotContain("cluster-id");
    }

    @Test
    void without_zookeeper_it_says_nothing_of_it() {
        EnvironmentsFile file = file(LabSpec.move(), "127.60.1.21:9092", Optional.empty());

        assertThat(file.text()).doesNotContain("zookeeper");
    }

    @Test
    void controllers_are_fleets_with_their_zones() {
        EnvironmentsFile file = new EnvironmentsFile(
                LabSpec.move(),
                "127.60.1.21:9092",
                "Q3xkA",
                List.of(11, 12, 13),
                Optional.empty(),
                Optional.of(new Controllers(
                        List.of(101, 102),
                        List.of(103, 104),
                        new TreeMap<>(Map.of("b", List.of(102, 104), "a", List.of(101, 103))))),
                Path.of("/lab/hook"));

        assertThat(file.text())
                .contains("    kraft:     {settle: 2s, zones: {a: [101, 103], b: [102, 104]}}\n")
                .contains(
                        """
                            fleets:    {old: {ids: [1, 2, 3]}, new: {ids: [11, 12, 13]},
                                        controllers-old: {ids: [101, 102]}, controllers-new: {ids: [103, 104]}}
                        """);
    }

    @Test
    void without_a_canary_topic_it_names_none() {
        EnvironmentsFile file = file(LabSpec.bare(), "127.60.1.21:9092", Optional.empty());

        assertThat(file.text()).doesNotContain("canary");
    }

    private static EnvironmentsFile file(LabSpec spec, String bootstrap, Optional<Ensemble> ensemble) {
        return new EnvironmentsFile(
                spec, bootstrap, "Q3xkA", List.of(11, 12, 13), ensemble, Optional.empty(), Path.of("/lab/hook"));
    }

    private static Ensemble ensemble(List<Integer> joiners) {
        return new Ensemble(
                "127.60.1.11:2181",
                Path.of("/lab/auth"),
                Optional.of("{offset: 11, subnets: {a: 127.60.1.0/24}}"),
                List.of(1, 2, 3),
                joiners);
    }
}
