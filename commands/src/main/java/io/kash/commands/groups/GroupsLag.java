package io.kash.commands.groups;

import io.kash.commands.session.Session;
import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.verb.ValueTypes;
import io.kash.commands.verb.Words;
import io.kash.commands.view.Answer;
import io.kash.commands.view.Column;
import io.kash.commands.view.Fact;
import io.kash.commands.view.Facts;
import io.kash.commands.view.ReadVerb;
import io.kash.commands.view.Rows;
import io.kash.commands.view.Table;
import io.kash.commands.view.Units;
import io.kash.completions.signature.Argument;
import io.kash.completions.signature.Arity;
import io.kash.completions.signature.Signature;
import io.kash.surgery.kafka.GroupId;
import io.kash.surgery.kafka.Groups;
import io.kash.surgery.kafka.Groups.Group;
import io.kash.surgery.kafka.Groups.Position;
import io.kash.surgery.kafka.GroupsLook;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * How far behind consumer groups are, in records: all groups, or one of them partition by partition.
 *
 * <pre>
 * GROUP    STATE   PARTITIONS  LAG    WORST PARTITION
 * billing  Stable          12  1,204  payments-7
 * </pre>
 */
public final class GroupsLag extends ReadVerb {
    private static final Argument<GroupId> GROUP =
            new Argument<>("group", ValueTypes.GROUP, Arity.OPTIONAL, "its id; all groups when left out");

    private static final Table<GroupLag> ALL = Table.of(
            Column.text("id", "GROUP", row -> row.group().id()),
            Column.text("state", "STATE", row -> row.group().state()),
            Column.count(
                    "partitions", "PARTITIONS", row -> row.group().positions().size()),
            Column.count("lag", "LAG", GroupLag::lag),
            Column.text("worstPartition", "WORST PARTITION", row -> row.worst()
                    .map(position -> position.partition().toString())));

    private static final Table<Position> ONE = Table.of(
            Column.text(
                    "partition", "PARTITION", position -> position.partition().toString()),
            Column.count("committed", "COMMITTED", Position::committed),
            Column.count("end", "END", Position::end),
            Column.count("lag", "LAG", Position::lag));

    public GroupsLag(Session session) {
        super(
                Signature.of("groups lag", "Consumer groups", "Show how many records consumer groups are behind")
                        .argument(GROUP)
                        .example("groups lag")
                        .example("groups lag billing"),
                session);
    }

    @Override
    protected Answer answer(Words words) {
        Optional<GroupId> group = words.first(GROUP);
        return group.isPresent() ? one(group.get()) : all();
    }

    private Answer all() {
        Snapshot now = observe(new GroupsLook(Selection.all(), true));
        List<GroupLag> rows = now.part(Groups.class).byId().values().stream()
                .map(GroupLag::of)
                .toList();
        return Answer.of("groups-lag/1", now.observedAt(), Rows.of("groups", ALL, rows, "there is no consumer group"));
    }

    private Answer one(GroupId id) {
        Snapshot now = observe(new GroupsLook(Selection.of(List.of(id.value())), true));
        Group group = now.part(Groups.class).byId().get(id.value());
        if (group == null) {
            throw Problem.usage(
                            "there is no consumer group '" + id + "'",
                            "groups lag",
                            "it does not exist, or this client may not see it",
                            "groups list")
                    .asException();
        }
        GroupLag lag = GroupLag.of(group);
        return Answer.of(
                "group-lag/1",
                now.observedAt(),
                Facts.of(
                        "group",
                        Line.of("Group ", Role.STRONG).plus(group.id(), Role.STRONG),
                        Fact.data("id", group.id()),
                        Fact.of("state", "State", group.state()),
                        Fact.of("members", "Members", group.members()).shown(Units.count(group.members())),
                        Fact.of("lag", "Lag", lag.lag())
                                .shown(
                                        lag.lag().isPresent()
                                                ? Units.count(lag.lag().getAsLong(), "record")
                                                : "not known: the end of some partitions could not be read")),
                Rows.of("partitions", ONE, group.positions(), "it has committed no offset")
                        .titled(Line.of("Partitions", Role.STRONG)));
    }
}
