package io.kash.completions.values;

import io.kash.surgery.kafka.GroupId;
import io.kash.surgery.kafka.Groups;
import io.kash.surgery.kafka.Groups.Group;
import io.kash.surgery.kafka.GroupsLook;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;
import java.util.List;
import java.util.Optional;

/** Consumer groups: {@code billing  Stable, 12 members}. */
public final class GroupSource implements ValueSource {
    @Override
    public List<Class<?>> types() {
        return List.of(GroupId.class);
    }

    @Override
    public Scope scope() {
        return Scope.of(new GroupsLook(Selection.all(), false));
    }

    @Override
    public Optional<List<Value>> values(Snapshot snapshot) {
        return snapshot.find(Groups.class)
                .map(groups ->
                        groups.byId().values().stream().map(GroupSource::value).toList());
    }

    private static Value value(Group group) {
        return new Value(
                group.id(), group.state() + ", " + group.members() + (group.members() == 1 ? " member" : " members"));
    }
}
