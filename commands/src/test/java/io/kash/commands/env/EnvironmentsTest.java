package io.kash.commands.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kash.commands.fake.FakeSession;
import io.kash.commands.fake.Structure;
import io.kash.commands.fake.Typed;
import io.kash.commands.verb.Outcome;
import io.kash.commands.view.AnswerTree;
import io.kash.surgery.fake.FakeObserver;
import io.kash.surgery.problem.ProblemException;
import org.junit.jupiter.api.Test;

class EnvironmentsTest {
    private final FakeSession lab = FakeSession.lab(new FakeObserver());
    private final FakeSession nowhere = FakeSession.nowhere();

    @Test
    void the_list_names_every_environment_and_marks_the_one_chosen() {
        assertThat(Typed.run(new EnvList(lab), "--all")).isEqualTo(Outcome.DONE);

        assertThat(lab.recording().data())
                .isEqualTo(
                        """
                ENVIRONMENT  CHOSEN  PROTECTION  KAFKA                      ZOOKEEPER
                bare         no      pair        kafka-1:9092,kafka-2:9092  -
                lab          yes     confirm     10.0.0.1:9092              10.0.1.5:2181,10.0.2.5:2181,10.0.3.5:2181
                """);
    }

    @Test
    void an_environment_is_shown_with_what_it_lacks_and_what_that_disables() {
        Typed.run(new EnvShow(nowhere), "bare");

        assertThat(nowhere.recording().data())
                .isEqualTo(
                        """
                Environment bare
                  Protection         pair
                  Kafka              kafka-1:9092,kafka-2:9092
                  Client file        client.properties
                  Cluster id         not pinned
                  ZooKeeper          -
                  Throttle           50 MB/s
                  Disk to keep free  10 %

                Fleets
                  none

                Not said in environments.yaml
                  KEY               WITHOUT IT
                  kafka.cluster-id  no check that this is the cluster that is meant
                  zookeeper         no zk list, and no ensemble in status
                  fleets.new        --to-new takes the brokers without replicas, and says so
                  fleets.old        no --from-old
                  hooks.restart     no broker roll
                """);
    }

    @Test
    void without_a_name_the_environment_chosen_is_shown() {
        Typed.run(new EnvShow(lab));

        assertThat(lab.recording().data())
                .isEqualTo(
                        """
                Environment lab
                  Protection         confirm
                  Kafka              10.0.0.1:9092
                  Client file        none: no encryption, no authentication
                  Cluster id         q3xQkA
                  ZooKeeper          10.0.1.5:2181,10.0.2.5:2181,10.0.3.5:2181
                  Throttle           50 MB/s
                  Disk to keep free  10 %

                Fleets
                  FLEET          IDS       GROUP  TAG
                  new            11,12,13  -      -
                  old            1,2,3     -      -
                  zookeeper-old  1,2,3     -      -

                Not said in environments.yaml
                  KEY            WITHOUT IT
                  hooks.restart  no broker roll
                """);
    }

    @Test
    void without_a_name_and_a_choice_it_says_what_to_do() {
        assertThatThrownBy(() -> Typed.run(new EnvShow(nowhere)))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("no environment was named or chosen");
    }

    @Test
    void the_json_has_its_documented_structure() {
        EnvShow show = new EnvShow(nowhere);

        assertThat(Structure.of(AnswerTree.of(show.ask(Typed.parse(show, "lab")))))
                .containsExactly(
                        "environment.bootstrap string",
                        "environment.client null",
                        "environment.clusterId string",
                        "environment.diskFreePercent number",
                        "environment.name string",
                        "environment.protection string",
                        "environment.throttleBytesPerSecond number",
                        "environment.zookeeper string",
                        "fleets[] array",
                        "fleets[].fleet string",
                        "fleets[].group null",
                        "fleets[].ids[] array",
                        "fleets[].ids[] number",
                        "fleets[].tag null",
                        "format string",
                        "missing[] array",
                        "missing[].disables string",
                        "missing[].key string",
                        "notes[] array",
                        "observedAt null",
                        "problems[] array");
    }
}
