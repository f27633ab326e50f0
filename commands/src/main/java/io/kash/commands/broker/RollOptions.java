package io.kash.commands.broker;

import io.kash.commands.verb.ValueTypes;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Option;
import io.kash.completions.signature.ValueType;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.TopicName;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.problem.ProblemException;
import io.kash.surgery.rolling.Restart;
import io.kash.surgery.rolling.RollRequest;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** What may be said of every restart of brokers, whatever it is for. */
public final class RollOptions {
    public static final Option<TopicName> ACCEPT = Option.list(
            "accept",
            ValueTypes.TOPIC,
            "topics that may be without writes or a leader while one of their brokers is away");
    public static final Option<Integer> WITHIN = Option.optional(
            "within",
            ValueType.NUMBER.named("minutes"),
            "how long a broker may take to come back and to catch up; 10 when left out");

    private static final int MINUTES = 10;
    private static final int MOST_MINUTES = 24 * 60;

    private final String command;

    /** @param command whose words these are, for messages */
    public RollOptions(String command) {
        this.command = command;
    }

    /**
     * The request for these restarts.
     *
     * @throws ProblemException when the words name a topic there is none of, or an impossible time
     */
    public RollRequest request(
            String title, List<Restart> restarts, SortedMap<String, String> expected, Words words, Cluster cluster) {
        return new RollRequest(title, restarts, expected, accepted(words, cluster), Duration.ofMinutes(minutes(words)));
    }

    private SortedSet<String> accepted(Words words, Cluster cluster) {
        SortedSet<String> accepted = new TreeSet<>();
        for (TopicName topic : words.all(ACCEPT)) {
            if (cluster.topic(topic.toString()).isEmpty()) {
                throw wrong("there is no topic " + topic, "--accept takes topics by their whole names", "topics list");
            }
            accepted.add(topic.toString());
        }
        return accepted;
    }

    private int minutes(Words words) {
        int minutes = words.first(WITHIN).orElse(MINUTES);
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw wrong("--within " + minutes + " is not possible", "it is minutes, 1 to " + MOST_MINUTES, "");
        }
        return minutes;
    }

    private ProblemException wrong(String what, String why, String next) {
        return Problem.usage(what, command, why, next).asException();
    }
}
