package io.kash.commands.change;

import io.kash.surgery.environment.Environment;
import io.kash.surgery.problem.Problem;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The words by which a command is told who joins or leaves: a whole fleet of the environment, by a flag, or each by its name.
 *
 * @param command whose words they are
 * @param noun what is named: {@code server}
 */
public record FleetWords(String command, String noun) {
    /**
     * Whether a whole fleet is meant, or those that are named: one of both.
     *
     * @param doing what they do, for the message: {@code join}
     */
    public boolean whole(boolean flagged, List<?> named, String flag, String doing) {
        if (flagged == !named.isEmpty()) {
            throw Problem.usage(
                            flagged
                                    ? "--" + flag + " already says which " + noun + "s"
                                    : "it is not said which " + noun + "s " + doing,
                            command,
                            "",
                            command + " --" + flag + ", or " + command + " <" + noun + "…>")
                    .asException();
        }
        return flagged;
    }

    /** The command in the operator's words. */
    public String title(boolean flagged, String flag, List<?> named) {
        return command
                + (flagged
                        ? " --" + flag
                        : named.stream().map(name -> " " + name).collect(Collectors.joining()));
    }

    /** The ids that the environment declares under this fleet's name. */
    public SortedSet<Integer> ids(Environment environment, String fleet) {
        SortedSet<Integer> ids = environment
                .fleet(fleet)
                .filter(Environment.Fleet::byIds)
                .map(declared -> new TreeSet<>(declared.ids()))
                .orElseGet(TreeSet::new);
        if (ids.isEmpty()) {
            throw Problem.usage(
                            "the environment does not declare which " + noun + "s are '" + fleet + "'",
                            environment.name() + ", fleets",
                            "a fleet of " + noun + "s is told by its ids",
                            "add to fleets: " + fleet + ": {ids: […]}, or name the " + noun + "s")
                    .asException();
        }
        return ids;
    }
}
