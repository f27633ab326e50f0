package io.kash.commands.change;

import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.view.Units;
import io.kash.surgery.controllers.JoinControllers;
import io.kash.surgery.controllers.RetireControllers;
import io.kash.surgery.kafka.ControllerEndpoint;
import io.kash.surgery.kafka.ControllerView;
import io.kash.surgery.kafka.MetadataQuorum;
import io.kash.surgery.kafka.VoterKey;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Step;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** What previews and evidence of controllers that join and leave have in common. */
final class ControllersView {
    private ControllersView() {}

    /** The controller a line is about: {@code controller 104  10.0.1.14:9093}. */
    static String controller(int id, Optional<ControllerEndpoint> endpoint) {
        return "controller " + id
                + endpoint.map(ControllerEndpoint::address).map(at -> "  " + at).orElse("");
    }

    /** What a step leaves behind, and how long it rests: {@code 4 voters, 1 may fail · settles for 30 s}. */
    static String outlook(List<VoterKey> after, Plan plan, Duration settle) {
        return bears(after, plan) + " · settles for " + Units.duration(settle);
    }

    private static String bears(List<VoterKey> voters, Plan plan) {
        return QuorumOutlook.of(voters.stream().map(VoterKey::id).toList(), zones(plan))
                .words();
    }

    private static SortedMap<Integer, String> zones(Plan plan) {
        if (plan.request() instanceof JoinControllers join) {
            return join.zones();
        }
        return plan.request() instanceof RetireControllers retire ? retire.zones() : Collections.emptySortedMap();
    }

    /** Said once, behind the last step of an operation: the voters at its end, as the leader and all of them see it. */
    static List<Line> evidence(Step step, Operation operation, Snapshot after) {
        Plan plan = operation.plan();
        return plan.steps().get(plan.steps().size() - 1).equals(step)
                ? atTheEnd(after.part(MetadataQuorum.class), plan)
                : List.of();
    }

    private static List<Line> atTheEnd(MetadataQuorum quorum, Plan plan) {
        List<ControllerView> voters = quorum.voters();
        long well =
                voters.stream().filter(voter -> quorum.unwell(voter).isEmpty()).count();
        String ids = voters.stream().map(voter -> String.valueOf(voter.id())).collect(Collectors.joining(","));
        Line agreed =
                Line.of("  " + well + " of " + voters.size() + " voters are in sync and follow the leader: " + ids);
        Line bears = Line.of("  " + bears(quorum.keys(), plan) + " · leader "
                + (quorum.leader().isPresent() ? quorum.leader().getAsInt() + ", epoch " + quorum.epoch() : "none"));
        return List.of(well == voters.size() ? agreed : agreed.plus(", the others not yet", Role.WARNING), bears);
    }
}
