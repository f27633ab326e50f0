package io.kash.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class LabSpecTest {
    @Test
    void a_changed_copy_leaves_the_original_as_it_was() {
        LabSpec bare = LabSpec.bare();

        LabSpec changed = bare.withBrokerProperty("log.retention.hours", "1").withNewBrokers(2);

        assertThat(bare).isEqualTo(LabSpec.bare());
        assertThat(changed.brokerProperties()).containsEntry("log.retention.hours", "1");
        assertThat(changed.newBrokers()).isEqualTo(2);
        assertThat(changed.oldBrokers()).isEqualTo(bare.oldBrokers());
    }

    @Test
    void traffic_without_a_topic_is_refused() {
        assertThatThrownBy(() -> LabSpec.plain().withTopics(List.of())).hasMessageContaining("traffic needs a topic");
    }

    @Test
    void only_an_ensemble_can_be_without_brokers_or_of_another_release() {
        assertThat(LabSpec.bare().withOldBrokers(0).oldBrokers()).isZero();
        assertThatThrownBy(() -> LabSpec.bare().withMode(Mode.KRAFT).withOldBrokers(0))
                .hasMessageContaining("only an ensemble of ZooKeepers");
        assertThatThrownBy(() -> LabSpec.bare().withMode(Mode.KRAFT).withZooKeeper("3.4.14"))
                .hasMessageContaining("only an ensemble of ZooKeepers");
        assertThatThrownBy(() -> LabSpec.plain().withOldBrokers(0)).hasMessageContaining("need an old broker");
    }

    @Test
    void a_quorum_has_room_for_nine_old_and_new_together() {
        assertThat(LabSpec.bare().withQuorum(5).withNewQuorum(4).newQuorum()).isEqualTo(4);
        assertThatThrownBy(() -> LabSpec.bare().withQuorum(5).withNewQuorum(5)).hasMessageContaining("1 to 9");
    }

    @Test
    void the_move_scenario_has_six_topics_and_some_hundred_megabytes() {
        LabSpec move = LabSpec.move();

        assertThat(move.topics()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(move.topics().stream().mapToLong(TopicSpec::bytes).sum()).isBetween(200_000_000L, 500_000_000L);
        assertThat(move.newBrokers()).isEqualTo(3);
        assertThat(move.traffic()).isTrue();
    }
}
