package io.kash.commands.change;

import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.view.Column;
import io.kash.commands.view.Frame;
import io.kash.commands.view.Table;
import io.kash.commands.view.TableLines;
import io.kash.commands.view.Units;
import io.kash.surgery.membership.Sweep;
import io.kash.surgery.membership.SweepRequest;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Step;
import io.kash.surgery.zookeeper.Member;
import io.kash.surgery.zookeeper.Membership;
import io.kash.surgery.zookeeper.ServerProcesses;
import io.kash.surgery.zookeeper.ServerView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a list that grows or shrinks by restarts is shown: a line a server, and once the programs that are run.
 *
 * <pre>
 *   + join      server 4  10.0.4.10:2181   4 restarts with a longer list, the leader last: 4 voters, 1 may fail · settles for 2s
 *
 *   SERVER  RUNS
 *        1  ssh 10.0.1.10 sudo kash-restart zookeeper
 *
 *   Each restart is given its list to read. The last one is:
 *     server.1=10.0.1.10:2888:3888
 * </pre>
 */
final class SweepView implements StepView<Sweep> {
    private record Run(int server, String words) {}

    @Override
    public List<SummaryLine> summary(Sweep step, Plan plan, Snapshot before) {
        boolean joins = step.way() == Sweep.Way.JOIN;
        int restarts = step.after().size();
        return List.of(new SummaryLine(
                joins ? "+" : "-",
                step.way().word(),
                MembersView.server(step.server()),
                Units.count(restarts, "restart") + " with a " + (joins ? "longer" : "shorter") + " list, "
                        + (joins ? "" : "its end, ") + "the leader last: "
                        + MembersView.outlook(step.after(), zones(plan), step.settle())));
    }

    private static SortedMap<Integer, String> zones(Plan plan) {
        return plan.request() instanceof SweepRequest sweep ? sweep.zones() : Collections.emptySortedMap();
    }

    @Override
    public List<Line> detail(Sweep step, Plan plan, Snapshot before, Frame frame) {
        List<Sweep> all = sweeps(plan);
        if (!all.get(0).equals(step)) {
            return List.of();
        }
        List<Run> runs = runs(all);
        List<Line> lines = new ArrayList<>(TableLines.lines(
                Table.of(
                        Column.number("server", "SERVER", run -> (long) run.server()),
                        Column.<Run>text("runs", "RUNS", Run::words)),
                runs,
                runs.size(),
                frame));
        lines.add(Line.EMPTY);
        lines.add(Line.of("Each restart is given its list to read, and puts it in place. The last one is:"));
        all.get(all.size() - 1).input().lines().forEach(line -> lines.add(Line.of("  " + line, Role.FAINT)));
        return lines;
    }

    /** What is run for each server, in the order of their ids; a server that leaves is restarted before its end. */
    private static List<Run> runs(List<Sweep> all) {
        SortedMap<Integer, List<String>> restarts = new TreeMap<>();
        SortedMap<Integer, List<String>> ends = new TreeMap<>();
        for (Sweep sweep : all) {
            restarts.putAll(sweep.commands());
            if (!sweep.stop().isEmpty()) {
                ends.put(sweep.server().id(), sweep.stop());
            }
        }
        List<Run> runs = new ArrayList<>();
        restarts.forEach((id, command) -> runs.add(new Run(id, String.join(" ", command))));
        ends.forEach((id, command) -> runs.add(new Run(id, String.join(" ", command))));
        return runs.stream().sorted(Comparator.comparingInt(Run::server)).toList();
    }

    private static List<Sweep> sweeps(Plan plan) {
        List<Sweep> sweeps = new ArrayList<>();
        for (Step step : plan.steps()) {
            if (step instanceof Sweep sweep) {
                sweeps.add(sweep);
            }
        }
        return sweeps;
    }

    @Override
    public String doing() {
        return "restarting";
    }

    @Override
    public List<Line> evidence(Sweep step, Operation operation, Snapshot after, Frame frame) {
        List<Sweep> all = sweeps(operation.plan());
        if (!all.get(all.size() - 1).equals(step)) {
            return List.of();
        }
        List<Member> members = step.after();
        Membership membership = after.part(Membership.class);
        ServerProcesses processes = after.part(ServerProcesses.class);
        long agree = members.stream()
                .filter(member -> processes
                        .of(member.id())
                        .filter(process -> ids(process.listed()).equals(ids(members)))
                        .isPresent())
                .filter(member ->
                        membership.server(member).filter(ServerView::answered).isPresent())
                .count();
        Line agreed = Line.of("  " + agree + " of " + members.size() + " servers serve, with the list "
                + MembersView.ids(members) + " in their files");
        Map<Integer, String> zones = zones(operation.plan());
        Line bears = Line.of("  " + MembersView.outlook(members, zones) + " · leader "
                + membership.leader().map(ServerView::client).orElse("none"));
        Optional<Line> behind =
                agree == members.size() ? Optional.empty() : Optional.of(agreed.plus(", the others not", Role.WARNING));
        return List.of(behind.orElse(agreed), bears);
    }

    private static List<Integer> ids(List<Member> members) {
        return members.stream().map(Member::id).toList();
    }
}
