package io.kash.surgery.placement.offline;

import io.kash.surgery.placement.Aim;
import io.kash.surgery.placement.Layout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;

/**
 * What to plan, in a file:
 *
 * <pre>
 * {"task": "drain", "remove": [12], "targets": [1, 2, 3]}
 * </pre>
 *
 * {@code remove} gives up everything, {@code targets} may hold replicas afterwards. The tasks {@code replace}, {@code
 * shrink}, {@code replace3rd} and {@code drain} move what has to move and nothing else; {@code rebalance} and {@code tidy}
 * level the targets. {@code "level": true} makes any task level them.
 */
public final class TaskFile {
    private final Layout layout;
    private final BitSet remove = new BitSet();
    private final BitSet targets = new BitSet();
    private Aim.Reach reach = Aim.Reach.LEADERS_TOO;
    private boolean level;
    private boolean tasked;
    private boolean targeted;

    private TaskFile(Layout layout) {
        this.layout = layout;
    }

    /** @throws io.kash.surgery.problem.ProblemException of kind USAGE when it is not such a file, or of another cluster */
    public static Aim read(Path file, Layout layout) {
        TaskFile reader = new TaskFile(layout);
        Reading.of(file, reader::task);
        return new Aim(reader.remove, reader.targets, new BitSet(), reader.level ? Aim.Reach.LEVEL : reader.reach);
    }

    private void task(Reading reading) throws IOException {
        reading.beginObject();
        for (String field = reading.field(); !field.isEmpty(); field = reading.field()) {
            switch (field) {
                case "task" -> task(reading, reading.text());
                case "remove" -> reading.each(one -> remove.set(broker(one)));
                case "targets" -> {
                    reading.each(one -> targets.set(broker(one)));
                    targeted = true;
                }
                case "level" -> level = reading.flag();
                default -> reading.skip();
            }
        }
        if (!tasked || !targeted) {
            throw reading.wrong("it has no " + (tasked ? "targets" : "task"));
        }
        if (remove.intersects(targets)) {
            BitSet both = (BitSet) remove.clone();
            both.and(targets);
            throw reading.wrong("broker " + layout.brokerId(both.nextSetBit(0)) + " is to be removed and a target");
        }
        if (targets.isEmpty()) {
            throw reading.wrong("targets names no broker");
        }
    }

    private void task(Reading reading, String name) {
        switch (name) {
            case "replace", "shrink", "replace3rd", "drain" -> reach = Aim.Reach.LEADERS_TOO;
            case "rebalance", "tidy" -> reach = Aim.Reach.LEVEL;
            default ->
                throw reading.wrong(
                        "'" + name + "' is no task; tasks are replace, shrink, replace3rd, drain, rebalance and tidy");
        }
        tasked = true;
    }

    private int broker(Reading reading) throws IOException {
        int id = reading.id();
        int broker = layout.broker(id);
        if (broker < 0) {
            throw reading.wrong("the cluster has no broker " + id);
        }
        return broker;
    }
}
