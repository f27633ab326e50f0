package io.kash.commands.change;

import io.kash.commands.plan.PlanOutput;
import io.kash.commands.terminal.Screen;
import io.kash.commands.verb.ValueTypes;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Option;
import io.kash.completions.signature.Signature;
import io.kash.completions.signature.ValueType;
import io.kash.surgery.environment.ByteRate;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.TopicGlob;
import io.kash.surgery.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What every command that moves replicas lets an operator say about it. */
public final class MoveOptions {
    private static final int WINDOW = 6;
    private static final int WIDEST_WINDOW = 1000;

    private static final Option<TopicGlob> TOPICS =
            Option.list("topics", ValueTypes.TOPICS, "only topics that match; all when left out");
    private static final Option<ByteRate> THROTTLE = Option.optional(
            "throttle",
            ValueTypes.RATE,
            "the most a broker sends or receives for it; the environment's limit when left out");
    private static final Option<Integer> PARTITIONS = Option.optional(
            "window", ValueType.NUMBER, "partitions a broker sends or receives at once, 1 to 1000; 6 when left out");

    private static final Option<Path> PLAN_OUT = Option.optional(
            "plan-out",
            PlanOutput.FILE,
            "also write the plan shown to this file, in the format of kafka-reassign-partitions");

    private final Words words;
    private final Environment environment;
    private final Screen screen;

    public MoveOptions(Words words, Environment environment, Screen screen) {
        this.words = words;
        this.environment = environment;
        this.screen = screen;
    }

    /** A signature with these options. */
    public static Signature in(Signature signature) {
        return signature.option(TOPICS).option(THROTTLE).option(PARTITIONS).option(PLAN_OUT);
    }

    static Optional<PlanOutput> planOut(Words words) {
        return words.first(PLAN_OUT).map(PlanOutput::new);
    }

    public List<TopicGlob> topics() {
        return words.all(TOPICS);
    }

    /** Says how many topics the patterns name, before anything is asked; none is an error of the words. */
    public void requireTopics(Cluster cluster, String command) {
        NamedTopics.require(topics(), cluster, command, screen);
    }

    public ByteRate throttle() {
        return withinLimit(words.first(THROTTLE).orElse(environment.limits().throttle()), environment, "--throttle ");
    }

    /**
     * The rate, when the environment allows it.
     *
     * @param what stands before it in the message: {@code --throttle }
     * @throws io.kash.surgery.problem.ProblemException when it is above the environment's limit
     */
    public static ByteRate withinLimit(ByteRate wanted, Environment environment, String what) {
        ByteRate limit = environment.limits().throttle();
        if (wanted.bytesPerSecond() > limit.bytesPerSecond()) {
            throw new Problem(
                            Problem.Kind.REFUSED,
                            what + wanted + " is above the limit of this environment",
                            environment.name(),
                            "limits.throttle is " + limit,
                            "a lower rate, or change the limit in the environments file")
                    .asException();
        }
        return wanted;
    }

    public int window() {
        return possible(words.first(PARTITIONS).orElse(WINDOW), "--window ");
    }

    /**
     * The window, when there can be one of that size.
     *
     * @throws io.kash.surgery.problem.ProblemException when there cannot
     */
    public static int possible(int window, String what) {
        if (window < 1 || window > WIDEST_WINDOW) {
            throw Problem.usage(
                            what + window + " is not possible",
                            "",
                            "it is the number of partitions a broker sends or receives at once, 1 to " + WIDEST_WINDOW,
                            "")
                    .asException();
        }
        return window;
    }

    /** What the title of the request adds for a part of the topics. */
    public String suffix() {
        return topics().isEmpty()
                ? ""
                : " --topics " + topics().stream().map(TopicGlob::pattern).collect(Collectors.joining(","));
    }
}
