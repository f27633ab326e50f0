package io.kash.lab.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.lab.LabSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EnvironmentsFileTest {
    @Test
    void it_says_what_the_product_needs_to_know() {
        EnvironmentsFile file = new EnvironmentsFile(
                LabSpec.move(), "127.60.1.21:9092,127.60.2.21:9092", "Q3xkA", "127.60.1.11:2181", List.of(11, 12, 13));

        assertThat(file.text())
                .isEqualTo(
                        """
                        # Written by the lab; gone when it is.
                        environments:
                          lab:
                            protection: confirm
                            kafka:     {bootstrap: "127.60.1.21:9092,127.60.2.21:9092", cluster-id: "Q3xkA"}
                            zookeeper: {connect: "127.60.1.11:2181"}
                            canary:    kash-canary
                            fleets:    {old: {ids: [1, 2, 3]}, new: {ids: [11, 12, 13]}}
                            limits:    {throttle: 40MB/s}
                        """);
    }

    @Test
    void without_zookeeper_it_says_nothing_of_it() {
        EnvironmentsFile file = new EnvironmentsFile(LabSpec.move(), "127.60.1.21:9092", "Q3xkA", "", List.of(11));

        assertThat(file.text()).doesNotContain("zookeeper");
    }

    @Test
    void without_a_canary_topic_it_names_none() {
        EnvironmentsFile file = new EnvironmentsFile(LabSpec.bare(), "127.60.1.21:9092", "Q3xkA", "", List.of(11));

        assertThat(file.text()).doesNotContain("canary");
    }
}
