package io.kash.commands.traffic;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.kash.commands.change.OperatingRoom;
import io.kash.commands.session.Session;
import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.terminal.Screen;
import io.kash.commands.verb.Outcome;
import io.kash.commands.verb.Verb;
import io.kash.commands.verb.Words;
import io.kash.commands.view.OutputFormat;
import io.kash.commands.view.Units;
import io.kash.completions.signature.Option;
import io.kash.completions.signature.Signature;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.problem.ProblemException;
import io.kash.surgery.traffic.Family;
import io.kash.surgery.traffic.Sample;
import io.kash.surgery.traffic.Sampler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code traffic}: messages a second by broker, until Ctrl-C or for as long as asked. On a terminal one line is drawn anew
 * in its place; elsewhere every sample is a line of its own.
 */
public final class Traffic extends Verb {
    private static final Duration BETWEEN = Duration.ofSeconds(2);
    private static final Duration STEP = Duration.ofMillis(200);
    private static final int BARS = 12;
    private static final Option<Duration> FOR =
            Option.optional("for", HowLong.TYPE, "end after that long, as in 30s or 5m; without it Ctrl-C ends it");
    private static final Option<OutputFormat> OUTPUT =
            Option.optional("output", OutputFormat.TYPE, "table (the default), json or tsv: one line a sample");

    private final OperatingRoom room;

    public Traffic(Session session, OperatingRoom room) {
        super(
                Signature.of("traffic", "Cluster", "Show messages a second by broker, live")
                        .details(
                                "Counted from the ends of all logs, by the broker that leads each. One look every two seconds.")
                        .option(FOR)
                        .option(OUTPUT)
                        .example("traffic")
                        .example("traffic --for 30s --output json"),
                session);
        this.room = room;
    }

    @Override
    protected Outcome run(Words words) {
        Environment environment = session().connection().environment();
        OutputFormat output = words.first(OUTPUT).orElse(OutputFormat.TABLE);
        TrafficBars bars = new TrafficBars(broker -> Family.of(environment, broker), BARS);
        Sampler sampler = new Sampler(session().connection().observer());
        Optional<Instant> end = words.first(FOR).map(time -> clock().instant().plus(time));
        while (true) {
            try {
                sampler.take().ifPresent(sample -> show(sample, output, bars, environment));
            } catch (ProblemException e) {
                if (interrupted()) {
                    break;
                }
                throw e;
            }
            if (!waited(end)) {
                break;
            }
        }
        session().screen().endProgress();
        return Outcome.DONE;
    }

    /** Until the next sample is due; false when it is time to end. */
    private boolean waited(Optional<Instant> end) {
        for (Duration waited = Duration.ZERO; waited.compareTo(BETWEEN) < 0; waited = waited.plus(STEP)) {
            boolean over =
                    end.filter(instant -> !clock().instant().isBefore(instant)).isPresent();
            if (over || interrupted()) {
                return false;
            }
            room.ticker().pause(STEP);
        }
        return true;
    }

    private boolean interrupted() {
        return session().interrupts().count() > 0;
    }

    private Clock clock() {
        return room.clock();
    }

    private void show(Sample sample, OutputFormat output, TrafficBars bars, Environment environment) {
        Screen screen = session().screen();
        switch (output) {
            case JSON -> screen.data(Line.of(json(sample, environment)));
            case TSV ->
                sample.messages()
                        .forEach((broker, messages) -> screen.row(List.of(
                                sample.at().toString(),
                                String.valueOf(broker),
                                family(environment, broker),
                                String.valueOf(messages),
                                String.valueOf(sample.millis()))));
            case TABLE -> {
                bars.add(sample);
                if (screen.terminal()) {
                    screen.progress(bars.line());
                } else {
                    screen.data(plain(sample, environment));
                }
            }
        }
    }

    /** {@code 2026-07-28T14:02:07Z  old: 1 41/s, 2 52/s  new: 11 312/s}. */
    private static Line plain(Sample sample, Environment environment) {
        Line line = Line.of(sample.at().truncatedTo(ChronoUnit.SECONDS).toString(), Role.FAINT);
        for (Family family : Family.values()) {
            String rates = sample.messages().keySet().stream()
                    .filter(broker -> Family.of(environment, broker) == family)
                    .map(broker -> broker + " " + Units.count(Math.round(sample.rate(broker))) + "/s")
                    .collect(Collectors.joining(", "));
            if (!rates.isEmpty()) {
                line = line.plus("  " + family.name().toLowerCase(Locale.ROOT) + ": " + rates);
            }
        }
        return line;
    }

    private static String json(Sample sample, Environment environment) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        var brokers = nodes.arrayNode();
        sample.messages().forEach((broker, messages) -> brokers.addObject()
                .put("broker", broker)
                .put("family", family(environment, broker))
                .put("messages", messages));
        return nodes.objectNode()
                .put("format", "kash.traffic/1")
                .put("at", sample.at().toString())
                .put("millis", sample.millis())
                .<com.fasterxml.jackson.databind.node.ObjectNode>set("brokers", brokers)
                .toString();
    }

    private static String family(Environment environment, int broker) {
        return Family.of(environment, broker).name().toLowerCase(Locale.ROOT);
    }
}
