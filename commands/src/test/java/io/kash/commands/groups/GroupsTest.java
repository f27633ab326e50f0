package io.kash.commands.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kash.commands.fake.FakeSession;
import io.kash.commands.fake.Structure;
import io.kash.commands.fake.Typed;
import io.kash.commands.view.AnswerTree;
import io.kash.surgery.fake.FakeObserver;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Groups;
import io.kash.surgery.kafka.Groups.Group;
import io.kash.surgery.kafka.Groups.Position;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GroupsTest {
    private static final Position NEAR =
            new Position(TopicPartition.of("payments-0"), 1_000_000, OptionalLong.of(1_000_012));
    private static final Position FAR = new Position(TopicPartition.of("payments-1"), 1_000, OptionalLong.of(5_000));
    private static final Position UNKNOWN = new Position(TopicPartition.of("orders-0"), 7, OptionalLong.empty());

    private final FakeObserver observer = new FakeObserver()
            .with(new Groups(new TreeMap<>(Map.of(
                    "billing",
                    new Group("billing", "Classic", "Stable", 12, new BrokerId(3), List.of(NEAR, FAR)),
                    "audit\u001b[2J",
                    new Group("audit\u001b[2J", "Consumer", "Empty", 0, new BrokerId(1), List.of(UNKNOWN))))));
    private final FakeSession session = FakeSession.lab(observer);

    @Test
    void the_list_shows_state_and_members_and_ids_without_their_control_characters() {
        Typed.run(new GroupsList(session));

        assertThat(session.recording().data())
                .isEqualTo(
                        """
                GROUP         TYPE      STATE   MEMBERS  COORDINATOR
                audit\\x1b[2J  Consumer  Empty         0            1
                billing       Classic   Stable       12            3
                """);
    }

    @Test
    void lag_is_summed_by_group_and_not_guessed_where_an_end_is_not_known() {
        Typed.run(new GroupsLag(session));

        assertThat(session.recording().data())
                .isEqualTo(
                        """
                GROUP         STATE   PARTITIONS    LAG  WORST PARTITION
                audit\\x1b[2J  Empty            1      -  -
                billing       Stable           2  4,012  payments-1
                """);
    }

    @Test
    void the_lag_of_one_group_is_shown_by_partition() {
        Typed.run(new GroupsLag(session), "billing");

        assertThat(session.recording().data())
                .isEqualTo(
                        """
                Group billing
                  State    Stable
                  Members  12
                  Lag      4,012 records

                Partitions
                  PARTITION   COMMITTED        END    LAG
                  payments-0  1,000,000  1,000,012     12
                  payments-1      1,000      5,000  4,000
                """);
    }

    @Test
    void a_group_that_does_not_exist_is_refused() {
        assertThatThrownBy(() -> Typed.run(new GroupsLag(session), "bill"))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("there is no consumer group 'bill'");
    }

    @Test
    void the_json_has_its_documented_structure() {
        GroupsList list = new GroupsList(session);
        GroupsLag lag = new GroupsLag(session);

        assertThat(Structure.of(AnswerTree.of(list.ask(Typed.parse(list)))))
                .containsExactly(
                        "format string",
                        "groups[] array",
                        "groups[].coordinator number",
                        "groups[].id string",
                        "groups[].members number",
                        "groups[].state string",
                        "groups[].type string",
                        "notes[] array",
                        "observedAt string",
                        "problems[] array");
        assertThat(Structure.of(AnswerTree.of(lag.ask(Typed.parse(lag)))))
                .containsExactly(
                        "format string",
                        "groups[] array",
                        "groups[].id string",
                        "groups[].lag null",
                        "groups[].lag number",
                        "groups[].partitions number",
                        "groups[].state string",
                        "groups[].worstPartition null",
                        "groups[].worstPartition string",
                        "notes[] array",
                        "observedAt string",
                        "problems[] array");
        assertThat(Structure.of(AnswerTree.of(lag.ask(Typed.parse(lag, "billing")))))
                .containsExactly(
                        "format string",
                        "group.id string",
                        "group.lag number",
                        "group.members number",
                        "group.state string",
                        "notes[] array",
                        "observedAt string",
                        "partitions[] array",
                        "partitions[].committed number",
                        "partitions[].end number",
                        "partitions[].lag number",
                        "partitions[].partition string",
                        "problems[] array");
    }
}
