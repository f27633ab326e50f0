package io.kash.surgery.simulation;

import io.kash.surgery.kafka.AlterConfigs;
import io.kash.surgery.kafka.AlterReassignments;
import io.kash.surgery.plan.Effect;
import java.util.stream.Collectors;

/**
 * One effect that left a shell.
 *
 * @param fence the number its sender believed to hold
 * @param lookedAtMillis what happened after that the sender could not know
 */
record Sent(Shell shell, Effect effect, long fence, long atMillis, long lookedAtMillis) {
    /** What its title leaves out. */
    static String detail(Effect effect) {
        if (effect instanceof AlterReassignments reassign) {
            return reassign.targets().entrySet().stream()
                    .map(entry -> " " + entry.getKey() + "→"
                            + entry.getValue().map(Object::toString).orElse("back"))
                    .collect(Collectors.joining());
        }
        if (effect instanceof AlterConfigs configs) {
            return configs.changes().stream()
                    .map(change -> " " + change.name() + "/" + change.key().charAt(0)
                            + (change.key().endsWith("rate") ? "r" : "l") + " " + change.operation() + " "
                            + change.value())
                    .collect(Collectors.joining());
        }
        return "";
    }
}
