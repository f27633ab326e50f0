package io.kash.surgery.kafka.client;

import io.kash.surgery.kafka.Groups;
import io.kash.surgery.kafka.Groups.Group;
import io.kash.surgery.kafka.Groups.Position;
import io.kash.surgery.kafka.GroupsLook;
import io.kash.surgery.operation.PartReader;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;

/**
 * Reads groups of every sort; positions only of those of consumers, for share and streams groups count otherwise. A
 * group named that does not exist is left out.
 */
final class GroupsReader implements PartReader<GroupsLook> {
    private final KafkaClient client;

    GroupsReader(KafkaClient client) {
        this.client = client;
    }

    @Override
    public Class<GroupsLook> answers() {
        return GroupsLook.class;
    }

    @Override
    public Groups read(GroupsLook look) {
        Budget budget = Budget.of(KafkaClient.TIME_OF_A_LOOK);
        try {
            return read(look, client.admin(), budget);
        } catch (KafkaFailure e) {
            throw client.problem("cannot read the groups", e);
        }
    }

    private static Groups read(GroupsLook look, Admin admin, Budget budget) throws KafkaFailure {
        List<GroupListing> wanted =
                budget
                        .await(admin.listGroups(new ListGroupsOptions().timeoutMs(budget.leftMillis()))
                                .all())
                        .stream()
                        .filter(listing -> look.groups().includes(listing.groupId()))
                        .toList();
        NavigableMap<String, Group> groups = new TreeMap<>();
        new GroupDetails(admin, budget).of(wanted).forEach(group -> groups.put(group.id(), group));
        if (look.lag()) {
            List<String> consumers = wanted.stream()
                    .filter(listing -> GroupSort.of(listing) == GroupSort.CONSUMER)
                    .map(GroupListing::groupId)
                    .filter(groups::containsKey)
                    .toList();
            new GroupPositions(admin, budget)
                    .of(consumers)
                    .forEach((id, positions) -> groups.computeIfPresent(id, (same, group) -> with(positions, group)));
        }
        return new Groups(groups);
    }

    private static Group with(List<Position> positions, Group group) {
        return new Group(group.id(), group.type(), group.state(), group.members(), group.coordinator(), positions);
    }
}
