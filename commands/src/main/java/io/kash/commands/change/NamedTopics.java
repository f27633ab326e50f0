package io.kash.commands.change;

import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Screen;
import io.kash.commands.view.Units;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.kafka.TopicGlob;
import io.kash.surgery.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** The topics that patterns on a command line name. */
public final class NamedTopics {
    private NamedTopics() {}

    /**
     * Says how many topics the patterns name, before anything is asked. Without patterns it is all topics, and nothing
     * is said.
     *
     * @throws io.kash.surgery.problem.ProblemException of kind USAGE when they name none
     */
    public static void require(List<TopicGlob> globs, Cluster cluster, String command, Screen screen) {
        if (globs.isEmpty()) {
            return;
        }
        List<String> named = cluster.topics().keySet().stream()
                .filter(topic -> TopicGlob.selects(globs, topic))
                .toList();
        String patterns = globs.stream().map(TopicGlob::pattern).collect(Collectors.joining(","));
        if (named.isEmpty()) {
            int all = cluster.topics().size();
            throw Problem.usage(
                            "no topic matches " + patterns,
                            command,
                            "there " + (all == 1 ? "is " : "are ") + Units.count(all, "topic"),
                            "topics list")
                    .asException();
        }
        screen.note(Line.of(patterns + (globs.size() == 1 ? " names " : " name ") + Units.count(named.size(), "topic")
                + ": " + Titles.names(named)));
    }
}
