package io.kash.commands.reassignments;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.fake.FakeSession;
import io.kash.commands.fake.Ours;
import io.kash.commands.fake.Structure;
import io.kash.commands.fake.Typed;
import io.kash.commands.session.FirstSeenHere;
import io.kash.commands.session.Ownership;
import io.kash.commands.view.AnswerTree;
import io.kash.surgery.fake.Clusters;
import io.kash.surgery.fake.FakeObserver;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReassignmentsListTest {
    private final FakeObserver observer = Clusters.oldAndNew()
            .reassigning("orders-0", 11, 2, 3)
            .size("orders-0", 11, 64 * Clusters.MIB)
            .reassigning("payments-1", 12, 13, 11)
            .observer();
    private final FakeSession session = FakeSession.lab(observer);
    private final Ownership ours = new Ours(Map.of("orders-0", "7f3a"), Map.of());

    @Test
    void ours_and_others_are_told_apart_with_what_is_copied_and_since_when_seen() {
        ReassignmentsList list = new ReassignmentsList(session, ours, new FirstSeenHere());
        list.ask(Typed.parse(list));
        observer.at(Clusters.NOW.plusSeconds(190));

        Typed.run(list);

        assertThat(session.recording().data())
                .isEqualTo(
                        """
                PARTITION   FROM   TO        ADDING    REMOVING  COPIED           OWNER     FIRST SEEN
                orders-0    2,3,1  11,2,3    11        1         25 % of 256 MiB  7f3a      3m 10s ago
                payments-1  2,3,1  12,13,11  12,13,11  2,3,1     0 % of 6 GiB     not ours  3m 10s ago
                """);
    }

    @Test
    void none_is_said_in_words() {
        FakeSession quiet = FakeSession.lab(Clusters.oldAndNew().observer());

        Typed.run(new ReassignmentsList(quiet, ours, new FirstSeenHere()));

        assertThat(quiet.recording().data()).isEqualTo("no reassignment is running\n");
    }

    @Test
    void the_json_has_its_documented_structure() {
        ReassignmentsList list = new ReassignmentsList(session, ours, new FirstSeenHere());

        assertThat(Structure.of(AnswerTree.of(list.ask(Typed.parse(list)))))
                .containsExactly(
                        "format string",
                        "notes[] array",
                        "observedAt string",
                        "problems[] array",
                        "reassignments[] array",
                        "reassignments[].adding[] array",
                        "reassignments[].adding[] number",
                        "reassignments[].copiedBytes number",
                        "reassignments[].firstSeen string",
                        "reassignments[].from[] array",
                        "reassignments[].from[] number",
                        "reassignments[].owner null",
                        "reassignments[].owner string",
                        "reassignments[].partition string",
                        "reassignments[].removing[] array",
                        "reassignments[].removing[] number",
                        "reassignments[].to[] array",
                        "reassignments[].to[] number",
                        "reassignments[].totalBytes number");
    }
}
