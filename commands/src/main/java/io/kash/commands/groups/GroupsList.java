package io.kash.commands.groups;

import io.kash.commands.session.Session;
import io.kash.commands.verb.Words;
import io.kash.commands.view.Answer;
import io.kash.commands.view.Column;
import io.kash.commands.view.ReadVerb;
import io.kash.commands.view.Rows;
import io.kash.commands.view.Table;
import io.kash.completions.signature.Signature;
import io.kash.surgery.kafka.Groups;
import io.kash.surgery.kafka.Groups.Group;
import io.kash.surgery.kafka.GroupsLook;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.plan.Snapshot;
import java.util.List;

/**
 * Consumer groups.
 *
 * <pre>
 * GROUP    TYPE     STATE   MEMBERS  COORDINATOR
 * billing  classic  Stable       12            3
 * </pre>
 */
public final class GroupsList extends ReadVerb {
    private static final Table<Group> TABLE = Table.of(
            Column.text("id", "GROUP", Group::id),
            Column.text("type", "TYPE", Group::type),
            Column.text("state", "STATE", Group::state),
            Column.count("members", "MEMBERS", Group::members),
            Column.number("coordinator", "COORDINATOR", Group::coordinator));

    public GroupsList(Session session) {
        super(
                Signature.of("groups list", "Consumer groups", "List the consumer groups and their state")
                        .example("groups list"),
                session);
    }

    @Override
    protected Answer answer(Words words) {
        Snapshot now = observe(new GroupsLook(Selection.all(), false));
        return Answer.of(
                "groups-list/1",
                now.observedAt(),
                Rows.of(
                        "groups",
                        TABLE,
                        List.copyOf(now.part(Groups.class).byId().values()),
                        "there is no consumer group"));
    }
}
