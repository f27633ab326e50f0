package io.kash.commands.traffic;

import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.view.Units;
import io.kash.surgery.traffic.Family;
import io.kash.surgery.traffic.Sample;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.IntFunction;

/**
 * Messages a second by broker, drawn in one line: the last samples as bars, and the last number.
 *
 * <pre>
 * old 1 ▇▆▃▁ 41/s  2 ▇▇▄▁ 52/s  new 11 ▁▃▆▇ 312/s  12 ▁▃▅▇ 298/s
 * </pre>
 */
final class TrafficBars {
    private static final String BARS = "▁▂▃▄▅▆▇█";

    private final IntFunction<Family> families;
    private final int most;
    private final Deque<Sample> samples = new ArrayDeque<>();

    /**
     * @param families of brokers by id
     * @param most bars a broker gets
     */
    TrafficBars(IntFunction<Family> families, int most) {
        this.families = families;
        this.most = most;
    }

    void add(Sample sample) {
        samples.addLast(sample);
        if (samples.size() > most) {
            samples.removeFirst();
        }
    }

    Line line() {
        double highest = samples.stream()
                .flatMap(sample -> sample.messages().keySet().stream().map(sample::rate))
                .mapToDouble(rate -> rate)
                .max()
                .orElse(0);
        Line line = Line.EMPTY;
        Family last = Family.OTHER;
        for (int broker : brokers()) {
            Family family = families.apply(broker);
            String gap = line.equals(Line.EMPTY) ? "" : "  ";
            String head = family == last || family == Family.OTHER
                    ? ""
                    : family.name().toLowerCase(Locale.ROOT) + " ";
            last = family;
            line = line.plus(gap + head + broker + " ", Role.FAINT)
                    .plus(bars(broker, highest), role(family))
                    .plus(" " + Units.count(Math.round(samples.getLast().rate(broker))) + "/s");
        }
        return line;
    }

    private List<Integer> brokers() {
        TreeSet<Integer> seen = new TreeSet<>();
        samples.forEach(sample -> seen.addAll(sample.messages().keySet()));
        List<Integer> brokers = new ArrayList<>(seen);
        brokers.sort(Comparator.comparing((Integer broker) -> families.apply(broker))
                .thenComparing(Comparator.naturalOrder()));
        return brokers;
    }

    private String bars(int broker, double highest) {
        StringBuilder bars = new StringBuilder();
        for (Sample sample : samples) {
            double part = highest <= 0 ? 0 : sample.rate(broker) / highest;
            bars.append(BARS.charAt((int) Math.min(BARS.length() - 1, Math.floor(part * BARS.length()))));
        }
        return bars.toString();
    }

    private static Role role(Family family) {
        return switch (family) {
            case OLD -> Role.REMOVED;
            case NEW -> Role.ADDED;
            case OTHER -> Role.PLAIN;
        };
    }
}
