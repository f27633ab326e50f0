package io.kash.commands.change;

import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.view.Units;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Step;
import io.kash.surgery.zookeeper.Configuration;
import io.kash.surgery.zookeeper.Member;
import io.kash.surgery.zookeeper.Membership;
import io.kash.surgery.zookeeper.ServerView;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** What previews and evidence of joins and removals have in common. */
final class MembersView {
    private MembersView() {}

    /** The server a line is about: {@code server 4  10.0.1.14:2181}. */
    static String server(Member member) {
        return "server " + member.id() + "  " + member.clientAddress().orElse(member.peers());
    }

    /** What a step leaves behind, and how long it rests: {@code 4 voters, 1 may fail · settles for 30 s}. */
    static String outlook(List<Member> after, SortedMap<Integer, String> zones, Duration settle) {
        return outlook(after, zones) + " · settles for " + Units.duration(settle);
    }

    /** What these members bear. */
    static String outlook(List<Member> members, Map<Integer, String> zones) {
        return QuorumOutlook.of(
                        members.stream().filter(Member::votes).map(Member::id).toList(), zones)
                .words();
    }

    /** Their ids: {@code 1,2,3}. */
    static String ids(List<Member> members) {
        return members.stream()
                .map(member -> member.id() + (member.votes() ? "" : " (observer)"))
                .collect(Collectors.joining(","));
    }

    /** Said once, behind the last step of an operation: the members at its end, as all of them see it. */
    static List<Line> evidence(Step step, Operation operation, Snapshot after, SortedMap<Integer, String> zones) {
        List<Step> steps = operation.plan().steps();
        return steps.get(steps.size() - 1).equals(step) ? atTheEnd(after.part(Membership.class), zones) : List.of();
    }

    private static List<Line> atTheEnd(Membership membership, Map<Integer, String> zones) {
        Optional<Configuration> configuration = membership.configuration();
        if (configuration.isEmpty()) {
            return List.of(Line.of("  the ensemble does not say who belongs to it", Role.BAD));
        }
        List<Member> members = configuration.get().members();
        long agree = members.stream()
                .flatMap(member -> membership.server(member).stream())
                .filter(view -> view.configuration().equals(configuration))
                .count();
        Line agreed = Line.of("  " + agree + " of " + members.size() + " servers have configuration "
                + configuration.get().versionText() + ": " + ids(members));
        Line bears = Line.of("  " + outlook(members, zones) + " · leader "
                + membership.leader().map(ServerView::client).orElse("none"));
        return List.of(agree == members.size() ? agreed : agreed.plus(", the others not yet", Role.WARNING), bears);
    }
}
