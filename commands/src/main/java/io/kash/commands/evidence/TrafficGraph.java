package io.kash.commands.evidence;

import io.kash.commands.view.Units;
import io.kash.surgery.traffic.Family;
import io.kash.surgery.traffic.Sample;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Messages a second over time as an SVG picture: one band a broker, stacked, the old ones below and the new ones above, so
 * that the upper edge is what arrived in all. Where nobody watched, between two runs, there is a gap.
 */
final class TrafficGraph {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 340;
    private static final int LEFT = 64;
    private static final int RIGHT = 16;
    private static final int TOP = 20;
    private static final int BOTTOM = 48;
    private static final int LINES = 4;
    private static final Duration GAP = Duration.ofMillis(1500);
    private static final long[] STEPS_SECONDS = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400
    };
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    private final List<Sample> samples;
    private final Shades shades;
    private final List<Integer> brokers;
    private final Instant from;
    private final Instant to;
    private final double top;

    /** @param samples at least one */
    TrafficGraph(List<Sample> samples, Map<Integer, Family> families) {
        this.samples = samples.stream().sorted(Comparator.comparing(Sample::at)).toList();
        this.shades = new Shades(families);
        TreeSet<Integer> all = new TreeSet<>();
        samples.forEach(sample -> all.addAll(sample.messages().keySet()));
        this.brokers = all.stream()
                .sorted(Comparator.comparing(shades::family).thenComparing(Comparator.naturalOrder()))
                .toList();
        this.from = begin(this.samples.get(0));
        this.to = this.samples.get(this.samples.size() - 1).at();
        this.top = roundUp(this.samples.stream()
                .mapToDouble(sample -> below(sample, brokers.size()))
                .max()
                .orElse(0));
    }

    String svg() {
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg id=\"traffic\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Messages a second by broker\">%n",
                WIDTH,
                HEIGHT));
        List<List<Sample>> stretches = stretches();
        grid(svg);
        gaps(svg, stretches);
        for (int place = 0; place < brokers.size(); place++) {
            band(svg, place, stretches);
        }
        axes(svg);
        return svg.append("</svg>\n").toString();
    }

    String legend() {
        StringBuilder legend = new StringBuilder("<ul class=\"legend\">");
        for (int broker : brokers) {
            legend.append("<li><span class=\"key\" style=\"background:")
                    .append(shades.of(broker))
                    .append("\"></span>broker ")
                    .append(broker)
                    .append(word(shades.family(broker)))
                    .append("</li>");
        }
        return legend.append("</ul>\n").toString();
    }

    private static String word(Family family) {
        return family == Family.OTHER ? "" : " (" + family.name().toLowerCase(Locale.ROOT) + ")";
    }

    /** Samples that follow each other without a gap. */
    private List<List<Sample>> stretches() {
        List<List<Sample>> stretches = new ArrayList<>();
        Instant end = Instant.MIN;
        for (Sample sample : samples) {
            if (end.equals(Instant.MIN) || begin(sample).isAfter(end.plus(GAP))) {
                stretches.add(new ArrayList<>());
            }
            stretches.get(stretches.size() - 1).add(sample);
            end = sample.at();
        }
        return stretches;
    }

    private void band(StringBuilder svg, int place, List<List<Sample>> stretches) {
        int broker = brokers.get(place);
        Family family = shades.family(broker);
        StringBuilder path = new StringBuilder();
        for (List<Sample> stretch : stretches) {
            char move = 'M';
            for (Sample sample : stretch) {
                path.append(point(move, begin(sample), below(sample, place + 1)));
                path.append(point('L', sample.at(), below(sample, place + 1)));
                move = 'L';
            }
            for (int i = stretch.size() - 1; i >= 0; i--) {
                path.append(point('L', stretch.get(i).at(), below(stretch.get(i), place)));
                path.append(point('L', begin(stretch.get(i)), below(stretch.get(i), place)));
            }
            path.append('Z');
        }
        svg.append(String.format(
                Locale.ROOT,
                "<path class=\"band %s\" data-broker=\"%d\" fill=\"%s\" d=\"%s\"><title>broker %d%s</title></path>%n",
                family.name().toLowerCase(Locale.ROOT),
                broker,
                shades.of(broker),
                path,
                broker,
                word(family)));
    }

    /** Messages a second of the first brokers together. */
    private double below(Sample sample, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += sample.rate(brokers.get(i));
        }
        return sum;
    }

    private String point(char how, Instant at, double rate) {
        return String.format(Locale.ROOT, "%c%.1f %.1f", how, x(at), y(rate));
    }

    private static Instant begin(Sample sample) {
        return sample.at().minusMillis(sample.millis());
    }

    private double x(Instant at) {
        double whole = Math.max(1, Duration.between(from, to).toMillis());
        return LEFT + (WIDTH - LEFT - RIGHT) * (Duration.between(from, at).toMillis() / whole);
    }

    private double y(double rate) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (rate / top);
    }

    private void grid(StringBuilder svg) {
        for (int line = 0; line <= LINES; line++) {
            double rate = top * line / LINES;
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>"
                            + "<text class=\"tick\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n",
                    LEFT,
                    WIDTH - RIGHT,
                    y(rate),
                    y(rate),
                    LEFT - 8,
                    y(rate) + 4,
                    written(rate)));
        }
    }

    private String written(double rate) {
        return top < 10 ? String.format(Locale.ROOT, "%.1f", rate) : Units.count(Math.round(rate));
    }

    private void gaps(StringBuilder svg, List<List<Sample>> stretches) {
        for (int i = 1; i < stretches.size(); i++) {
            List<Sample> before = stretches.get(i - 1);
            double left = x(before.get(before.size() - 1).at());
            double right = x(begin(stretches.get(i).get(0)));
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"gap\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\">"
                            + "<title>nobody watched</title></rect>%n",
                    left,
                    TOP,
                    right - left,
                    HEIGHT - TOP - BOTTOM));
        }
    }

    private void axes(StringBuilder svg) {
        long step = step();
        Instant tick = Instant.ofEpochSecond(-Math.floorDiv(-from.getEpochSecond(), step) * step);
        for (; !tick.isAfter(to); tick = tick.plusSeconds(step)) {
            if (!tick.isBefore(from)) {
                svg.append(String.format(
                        Locale.ROOT,
                        "<line class=\"axis\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>"
                                + "<text class=\"tick\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
                        x(tick),
                        x(tick),
                        HEIGHT - BOTTOM,
                        HEIGHT - BOTTOM + 5,
                        x(tick),
                        HEIGHT - BOTTOM + 18,
                        CLOCK.format(tick)));
            }
        }
        svg.append(String.format(
                Locale.ROOT,
                "<line class=\"axis\" x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>"
                        + "<text class=\"label\" x=\"%d\" y=\"%d\" text-anchor=\"middle\">time, UTC</text>"
                        + "<text class=\"label\" x=\"14\" y=\"%d\" text-anchor=\"middle\""
                        + " transform=\"rotate(-90 14 %d)\">messages a second</text>%n",
                LEFT,
                WIDTH - RIGHT,
                HEIGHT - BOTTOM,
                HEIGHT - BOTTOM,
                (LEFT + WIDTH - RIGHT) / 2,
                HEIGHT - 8,
                (TOP + HEIGHT - BOTTOM) / 2,
                (TOP + HEIGHT - BOTTOM) / 2));
    }

    /** Seconds between two times on the axis: at most eight of them. */
    private long step() {
        long whole = Duration.between(from, to).toSeconds();
        for (long step : STEPS_SECONDS) {
            if (whole / step <= 8) {
                return step;
            }
        }
        return whole / 8;
    }

    /** The next of 1, 2, 4, 6, 8 times a power of ten, so that a quarter of it is a number one can read. */
    private static double roundUp(double rate) {
        if (rate <= 0) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(rate)));
        for (int times : new int[] {1, 2, 4, 6, 8}) {
            if (times * power >= rate) {
                return times * power;
            }
        }
        return 10 * power;
    }
}
