package io.kash.commands.reassignments;

import io.kash.commands.broker.SilentDisks;
import io.kash.commands.session.FirstSeen;
import io.kash.commands.session.Ownership;
import io.kash.commands.session.Session;
import io.kash.commands.verb.Words;
import io.kash.commands.view.Answer;
import io.kash.commands.view.ReadVerb;
import io.kash.commands.view.Rows;
import io.kash.completions.signature.Signature;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.DisksLook;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.plan.Snapshot;
import java.util.List;
import java.util.Optional;

/** Reassignments that run, ours and others'. */
public final class ReassignmentsList extends ReadVerb {
    private final Ownership ownership;
    private final FirstSeen firstSeen;

    public ReassignmentsList(Session session, Ownership ownership, FirstSeen firstSeen) {
        super(
                Signature.of("reassignments list", "Movement", "List the partitions being reassigned, and by whom")
                        .example("reassignments list"),
                session);
        this.ownership = ownership;
        this.firstSeen = firstSeen;
    }

    @Override
    protected Answer answer(Words words) {
        Snapshot now = observe(new ClusterLook(Selection.all()), new DisksLook(Selection.all()));
        List<ReassignmentRow> rows = ReassignmentRow.of(
                now.part(Cluster.class), Optional.of(now.part(Disks.class)), ownership, firstSeen, now.observedAt());
        Answer answer = Answer.of(
                "reassignments-list/1",
                now.observedAt(),
                Rows.of("reassignments", ReassignmentTable.TABLE, rows, "no reassignment is running"));
        return SilentDisks.note(answer, now);
    }
}
