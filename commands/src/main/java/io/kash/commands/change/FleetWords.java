package io.kash.commands.change;

import io.kash.commands.verb.Words;
import io.kash.completions.signature.Argument;
import io.kash.completions.signature.Flag;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.problem.ProblemException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words by which a command is told who joins or leaves: a whole fleet of the environment, by a flag, or each by its name.
 *
 * @param <T> a name
 */
public final class FleetWords<T> {
    private final String command;
    private final Flag flag;
    private final String noun;
    private final List<T> named;
    private final boolean whole;

    /**
     * @param argument names each of them; its own name is the noun of the messages
     * @param flag means the whole fleet
     * @param doing what they do, for the message: {@code join}
     * @throws ProblemException when neither is given, or both are
     */
    public FleetWords(Words words, String command, Argument<T> argument, Flag flag, String doing) {
        this.command = command;
        this.flag = flag;
        noun = argument.name();
        named = words.all(argument);
        whole = words.has(flag);
        if (whole == !named.isEmpty()) {
            throw Problem.usage(
                            whole
                                    ? "--" + flag.name() + " already says which " + noun + "s"
                                    : "it is not said which " + noun + "s " + doing,
                            command,
                            "",
                            command + " --" + flag.name() + ", or " + command + " <" + noun + "…>")
                    .asException();
        }
    }

    /** The command in the operator's words. */
    public String title() {
        return command
                + (whole
                        ? " --" + flag.name()
                        : named.stream().map(name -> " " + name).collect(Collectors.joining()));
    }

    /**
     * Everybody who is meant, by the ids of the fleet, or as named.
     *
     * @param fleet the name of the whole fleet
     * @throws ProblemException when the whole fleet is meant and the environment does not declare it by ids
     */
    public <M> Stream<M> members(Environment environment, String fleet, IntFunction<M> byId, Function<T, M> byName) {
        return whole
                ? ids(environment, fleet).stream().map(byId::apply)
                : named.stream().map(byName);
    }

    private SortedSet<Integer> ids(Environment environment, String fleet) {
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
