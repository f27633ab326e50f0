package io.kash.surgery.kafka.client;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Groups.Group;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ClassicGroupDescription;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.DescribeClassicGroupsOptions;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.DescribeShareGroupsOptions;
import org.apache.kafka.clients.admin.DescribeStreamsGroupsOptions;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ShareGroupDescription;
import org.apache.kafka.clients.admin.StreamsGroupDescription;
import org.apache.kafka.common.ClassicGroupState;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Describes groups, each sort by its own call (KIP-848, KIP-932, KIP-1071). Groups that have gone are left out. */
final class GroupDetails {
    private final Admin admin;
    private final Budget budget;

    GroupDetails(Admin admin, Budget budget) {
        this.admin = admin;
        this.budget = budget;
    }

    List<Group> of(Collection<GroupListing> listings) throws KafkaFailure {
        List<Group> groups = new ArrayList<>();
        List<String> consumer = ids(listings, GroupSort.CONSUMER);
        if (!consumer.isEmpty()) {
            var options = new DescribeConsumerGroupsOptions().timeoutMs(budget.leftMillis());
            groups.addAll(described(
                    admin.describeConsumerGroups(consumer, options).describedGroups(), GroupDetails::consumer));
        }
        List<String> classic = ids(listings, GroupSort.OTHER_CLASSIC);
        if (!classic.isEmpty()) {
            var options = new DescribeClassicGroupsOptions().timeoutMs(budget.leftMillis());
            groups.addAll(
                    described(admin.describeClassicGroups(classic, options).describedGroups(), GroupDetails::classic));
        }
        List<String> share = ids(listings, GroupSort.SHARE);
        if (!share.isEmpty()) {
            var options = new DescribeShareGroupsOptions().timeoutMs(budget.leftMillis());
            groups.addAll(described(admin.describeShareGroups(share, options).describedGroups(), GroupDetails::share));
        }
        List<String> streams = ids(listings, GroupSort.STREAMS);
        if (!streams.isEmpty()) {
            var options = new DescribeStreamsGroupsOptions().timeoutMs(budget.leftMillis());
            groups.addAll(
                    described(admin.describeStreamsGroups(streams, options).describedGroups(), GroupDetails::streams));
        }
        return groups;
    }

    private static List<String> ids(Collection<GroupListing> listings, GroupSort sort) {
        return listings.stream()
                .filter(listing -> GroupSort.of(listing) == sort)
                .map(GroupListing::groupId)
                .toList();
    }

    private <D> List<Group> described(Map<String, KafkaFuture<D>> answers, Function<D, Optional<Group>> mapping)
            throws KafkaFailure {
        List<Group> groups = new ArrayList<>();
        for (KafkaFuture<D> answer : answers.values()) {
            try {
                mapping.apply(budget.await(answer)).ifPresent(groups::add);
            } catch (KafkaFailure e) {
                if (!(e.reason() instanceof GroupIdNotFoundException)) {
                    throw e;
                }
            }
        }
        return groups;
    }

    private static Optional<Group> consumer(ConsumerGroupDescription group) {
        return live(
                group.groupId(),
                group.type().toString(),
                group.groupState(),
                group.members().size(),
                group.coordinator());
    }

    private static Optional<Group> classic(ClassicGroupDescription group) {
        if (group.state() == ClassicGroupState.DEAD) {
            return Optional.empty();
        }
        return Optional.of(group(
                group.groupId(),
                group.protocol().isEmpty() ? "Classic" : "Classic (" + group.protocol() + ")",
                group.state().toString(),
                group.members().size(),
                group.coordinator()));
    }

    private static Optional<Group> share(ShareGroupDescription group) {
        return live(
                group.groupId(), "Share", group.groupState(), group.members().size(), group.coordinator());
    }

    private static Optional<Group> streams(StreamsGroupDescription group) {
        return live(
                group.groupId(), "Streams", group.groupState(), group.members().size(), group.coordinator());
    }

    /** A coordinator calls a group dead that it does not know. */
    private static Optional<Group> live(String id, String type, GroupState state, int members, Node coordinator) {
        return state == GroupState.DEAD
                ? Optional.empty()
                : Optional.of(group(id, type, state.toString(), members, coordinator));
    }

    private static Group group(String id, String type, String state, int members, Node coordinator) {
        return new Group(id, type, state, members, new BrokerId(coordinator.id()), List.of());
    }
}
