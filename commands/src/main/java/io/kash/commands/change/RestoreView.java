package io.kash.commands.change;

import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.view.Column;
import io.kash.commands.view.Frame;
import io.kash.commands.view.Table;
import io.kash.commands.view.TableLines;
import io.kash.commands.view.Units;
import io.kash.surgery.kafka.AlterConfigs;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.throttle.RestoreThrottle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a restoration is shown: every setting, and what it goes back to. */
final class RestoreView implements StepView<RestoreThrottle> {
    private static final int FOLD_AT = 12;

    @Override
    public List<SummaryLine> summary(RestoreThrottle step, Plan plan, Snapshot before) {
        return List.of(new SummaryLine(
                "-",
                "restore",
                Units.count(changes(step, before).size(), "setting"),
                "as they were found; settings of others stay"));
    }

    @Override
    public List<Line> detail(RestoreThrottle step, Plan plan, Snapshot before, Frame frame) {
        return TableLines.lines(
                Table.of(
                        Column.text("name", "OF", RestoreView::of),
                        Column.text("key", "SETTING", AlterConfigs.Change::key),
                        Column.text("value", "BACK TO", RestoreView::backTo)),
                changes(step, before),
                FOLD_AT,
                frame);
    }

    private static String of(AlterConfigs.Change change) {
        return (change.resource() == AlterConfigs.Resource.BROKER ? "broker " : "topic ") + change.name();
    }

    private static String backTo(AlterConfigs.Change change) {
        return switch (change.operation()) {
            case DELETE -> "not set";
            case SUBTRACT -> "without " + change.value();
            case SET, APPEND -> change.value();
        };
    }

    @Override
    public String doing() {
        return "restoring";
    }

    @Override
    public List<Line> evidence(RestoreThrottle step, Operation operation, Snapshot after, Frame frame) {
        Map<String, Optional<String>> found = step.found().values();
        Map<String, Optional<String>> now = step.throttle().found(after).values();
        long same = found.entrySet().stream()
                .filter(entry -> entry.getValue().equals(now.get(entry.getKey())))
                .count();
        Line line = Line.of("  " + Units.count(same) + " of " + Units.count(found.size(), "setting") + " as found");
        return List.of(
                same == found.size()
                        ? line
                        : line.plus("; the rest is somebody else's by now, or on a broker that is down", Role.WARNING));
    }

    private static List<AlterConfigs.Change> changes(RestoreThrottle step, Snapshot now) {
        List<AlterConfigs.Change> changes = new ArrayList<>();
        for (Effect effect : step.throttle().restore(step.found(), now)) {
            if (effect instanceof AlterConfigs configs) {
                changes.addAll(configs.changes());
            }
        }
        return changes;
    }
}
