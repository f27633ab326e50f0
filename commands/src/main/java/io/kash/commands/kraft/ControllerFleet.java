package io.kash.commands.kraft;

import io.kash.surgery.environment.Environment;
import io.kash.surgery.kafka.ControllerName;
import io.kash.surgery.problem.Problem;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which controllers a command means: those it names, or a fleet of the environment. */
final class ControllerFleet {
    private final Environment environment;
    private final String command;

    ControllerFleet(Environment environment, String command) {
        this.environment = environment;
        this.command = command;
    }

    /**
     * Whether a command means a whole fleet, by its flag, or the controllers it names: one of both.
     *
     * @param doing what the controllers do, for the message: {@code join}
     */
    boolean whole(boolean flagged, List<ControllerName> named, String flag, String doing) {
        if (flagged == !named.isEmpty()) {
            throw Problem.usage(
                            flagged
                                    ? "--" + flag + " already says which controllers"
                                    : "it is not said which controllers " + doing,
                            command,
                            "",
                            command + " --" + flag + ", or " + command + " <controller…>")
                    .asException();
        }
        return flagged;
    }

    /** The command in the operator's words. */
    String words(boolean flagged, String flag, List<ControllerName> named) {
        return command
                + (flagged
                        ? " --" + flag
                        : named.stream().map(name -> " " + name).collect(Collectors.joining()));
    }

    /** The ids that the environment declares under this fleet's name. */
    SortedSet<Integer> ids(String fleet) {
        SortedSet<Integer> ids = environment
                .fleet(fleet)
                .filter(Environment.Fleet::byIds)
                .map(declared -> new TreeSet<>(declared.ids()))
                .orElseGet(TreeSet::new);
        if (ids.isEmpty()) {
            throw Problem.usage(
                            "the environment does not declare which controllers are '" + fleet + "'",
                            environment.name() + ", fleets",
                            "a fleet of controllers is told by its ids",
                            "add to fleets: " + fleet + ": {ids: […]}, or name the controllers")
                    .asException();
        }
        return ids;
    }
}
