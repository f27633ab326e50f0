package io.kash.commands.plan;

import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.view.Column;
import io.kash.commands.view.Frame;
import io.kash.commands.view.Table;
import io.kash.commands.view.TableLines;
import io.kash.commands.view.Units;
import io.kash.surgery.placement.Balance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How even a placement is, rack by rack, and why it is not where it is not. */
final class RackTable {
    private static final int FOLD_AT = 12;
    private static final Table<Balance.Rack> RACKS = Table.of(
            Column.text("rack", "RACK", rack -> rack.name().isEmpty() ? "none" : rack.name()),
            Column.<Balance.Rack>count("brokers", "BROKERS", Balance.Rack::brokers),
            Column.text("replicas", "REPLICAS", rack -> range(rack.fewestReplicas(), rack.mostReplicas())),
            Column.text("leaders", "LEADERS", rack -> range(rack.fewestLeaders(), rack.mostLeaders())),
            Column.<Balance.Rack>text("apart", "BYTES APART", rack -> percent(rack.spreadPercent()))
                    .role(rack -> rack.even() ? Role.PLAIN : Role.WARNING));

    private RackTable() {}

    static List<Line> lines(List<Balance.Rack> racks, Frame frame) {
        List<Line> lines = new ArrayList<>();
        for (Line line : TableLines.lines(RACKS, racks, FOLD_AT, frame.within(2))) {
            Line indented = Line.of("  ");
            for (var span : line.spans()) {
                indented = indented.plus(span.text(), span.role());
            }
            lines.add(indented);
        }
        return lines;
    }

    /** @param levelled whether the plan was to level */
    static String why(boolean levelled) {
        return levelled
                ? "Uneven where partitions are too few or too large, or may not share a rack or a broker."
                : "Uneven because only what has to move is moved; \"level\": true in the task evens it out.";
    }

    private static String range(int fewest, int most) {
        return fewest == most ? Units.count(most) : Units.count(fewest) + "–" + Units.count(most);
    }

    private static String percent(double percent) {
        return String.format(Locale.ROOT, "%.2f %%", percent);
    }
}
