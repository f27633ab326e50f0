package io.kash.commands.evidence;

import io.kash.commands.view.Units;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.traffic.CanaryAccount;
import io.kash.surgery.traffic.Claim;
import io.kash.surgery.traffic.Claim.Verdict;
import io.kash.surgery.traffic.Evidence;
import io.kash.surgery.traffic.Family;
import io.kash.surgery.traffic.Mark;
import io.kash.surgery.traffic.Marks;
import io.kash.surgery.traffic.Testimony;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Evidence as one page that needs nothing else: no script, no font, no picture from anywhere. A policy in it forbids the
 * browser to fetch any, whatever text from a cluster may say.
 */
final class EvidencePage {
    private static final int MOST_FACTS = 12;
    private static final int MOST_PARTITIONS = 500;

    private final Evidence evidence;
    private final Testimony testimony;
    private final StringBuilder html = new StringBuilder();

    private EvidencePage(Evidence evidence) {
        this.evidence = evidence;
        this.testimony = evidence.testimony();
    }

    static String of(Evidence evidence) {
        EvidencePage page = new EvidencePage(evidence);
        page.write();
        return page.html.toString();
    }

    private void write() {
        String title = evidence.operation() + " " + evidence.title();
        html.append(
                        """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>""")
                .append(Html.text(title))
                .append("</title>\n<style>\n")
                .append(style())
                .append("</style></head><body><main>\n<h1>")
                .append(Html.text(title))
                .append("</h1>\n");
        head();
        section("Claims", claims());
        section("Messages by broker", graph());
        section("Canary", canary());
        section("Brokers before and after", brokers());
        section("Partitions before and after", partitions());
        section("Throttles", throttles());
        section("Holds", holds());
        if (!testimony.notes().isEmpty()) {
            section("Notes", list(testimony.notes()));
        }
        html.append("</main></body></html>\n");
    }

    private void section(String title, String body) {
        html.append("<section><h2>")
                .append(title)
                .append("</h2>\n")
                .append(body)
                .append("</section>\n");
    }

    private void head() {
        long broken = testimony.count(Verdict.BROKEN);
        long open = testimony.count(Verdict.NOT_KNOWN);
        long holds = testimony.count(Verdict.HOLDS);
        String verdict = holds + " of " + Units.count(testimony.claims().size(), "claim")
                + (holds == 1 ? " holds" : " hold")
                + (broken > 0 ? ", " + broken + " BROKEN" : "") + (open > 0 ? ", " + open + " not known" : "");
        html.append("<p class=\"verdict ")
                .append(broken > 0 ? "broken" : open > 0 ? "open" : "holds")
                .append("\">")
                .append(Html.text(verdict))
                .append("</p>\n");
        if (!testimony.finished()) {
            html.append("<p class=\"verdict open\">Partial: the operation is not finished. ")
                    .append(Html.text(testimony.ending()))
                    .append("</p>\n");
        }
        html.append(new HtmlTable("Environment", "Cluster", "Begun", "Looked at", "Took", "Plan")
                .row(
                        evidence.environment(),
                        evidence.clusterId(),
                        second(evidence.begun()),
                        second(testimony.at()),
                        Units.duration(Duration.between(evidence.begun(), testimony.at())),
                        evidence.hash())
                .html());
    }

    private String claims() {
        HtmlTable table = new HtmlTable("Claim", "Verdict", "Rests on", "Seen");
        for (Claim claim : testimony.claims()) {
            table.styled(
                    claim.verdict().name().toLowerCase(Locale.ROOT),
                    claim.says(),
                    claim.verdict().words(),
                    claim.rests().word(),
                    folded(claim.facts()));
        }
        return table.html()
                + "<p class=\"faint\">Canary: records written while it ran and read back. Watermarks: where every log began"
                + " and ended, before and after. Metadata: what controller and brokers say.</p>\n";
    }

    private static List<String> folded(List<String> facts) {
        if (facts.size() <= MOST_FACTS) {
            return facts;
        }
        List<String> some = new ArrayList<>(facts.subList(0, MOST_FACTS));
        some.add("… " + Units.count(facts.size() - MOST_FACTS) + " more, in the JSON");
        return some;
    }

    private String graph() {
        if (evidence.samples().isEmpty()) {
            return "<p>No sample was taken.</p>\n";
        }
        TrafficGraph graph = new TrafficGraph(evidence.samples(), evidence.families());
        return "<figure>" + graph.svg() + graph.legend()
                + "<figcaption class=\"faint\">What arrived in all partitions, by the broker that led them; stacked."
                + "</figcaption></figure>\n";
    }

    private String canary() {
        if (testimony.canary().isEmpty()) {
            return "<p>No canary ran. What is said of records rests on watermarks.</p>\n";
        }
        CanaryAccount account = testimony.canary().get();
        HtmlTable table = new HtmlTable(
                "Run",
                "Begun",
                "Last counted",
                "Sent",
                "Acknowledged",
                "Failed",
                "Unknown",
                "In the topic",
                "Lost",
                "Longest ack, ms");
        account.runs()
                .forEach(run -> table.row(
                        run.id(),
                        second(run.begun()),
                        second(run.counted()) + (run.ended() ? "" : " (its shell died)"),
                        run.sent(),
                        run.acknowledged(),
                        run.failed(),
                        run.unknown(),
                        run.found(),
                        run.missing().values().stream()
                                .mapToLong(numbers -> numbers.count())
                                .sum(),
                        run.slowestMillis()));
        return "<p>Topic " + Html.text(account.topic()) + ": " + Html.text(EvidenceLines.canary(account)) + ".</p>\n"
                + table.html();
    }

    private String brokers() {
        HtmlTable table = new HtmlTable("Broker", "Replicas before", "after", "Leaders before", "after");
        evidence.families().forEach((number, family) -> {
            BrokerId broker = new BrokerId(number);
            table.row(
                    number + (family == Family.OTHER ? "" : " " + family.name().toLowerCase(Locale.ROOT)),
                    count(evidence.before(), mark -> mark.replicas().contains(broker)),
                    count(testimony.after(), mark -> mark.replicas().contains(broker)),
                    count(evidence.before(), mark -> mark.leader().equals(Optional.of(broker))),
                    count(testimony.after(), mark -> mark.leader().equals(Optional.of(broker))));
        });
        return table.html();
    }

    private static Object count(Optional<Marks> marks, Function<Mark, Boolean> what) {
        return marks.isEmpty()
                ? "not known"
                : marks.get().partitions().values().stream().filter(what::apply).count();
    }

    private String partitions() {
        if (evidence.before().isEmpty() || testimony.after().isEmpty()) {
            return "<p>Not known.</p>\n";
        }
        HtmlTable table = new HtmlTable(
                "Partition",
                "Replicas before",
                "after",
                "Led by, before",
                "after",
                "Began at, before",
                "after",
                "Ended at, before",
                "after",
                "Epoch before",
                "after",
                "Out of sync");
        TreeSet<TopicPartition> all =
                new TreeSet<>(evidence.before().get().partitions().keySet());
        all.addAll(testimony.after().get().partitions().keySet());
        all.stream().limit(MOST_PARTITIONS).forEach(partition -> {
            Optional<Mark> was =
                    Optional.ofNullable(evidence.before().get().partitions().get(partition));
            Optional<Mark> is =
                    Optional.ofNullable(testimony.after().get().partitions().get(partition));
            table.row(
                    partition,
                    ids(was),
                    ids(is),
                    leader(was),
                    leader(is),
                    number(was, Mark::earliest),
                    number(is, Mark::earliest),
                    number(was, Mark::end),
                    number(is, Mark::end),
                    number(was, EvidencePage::epoch),
                    number(is, EvidencePage::epoch),
                    is.map(mark -> joined(mark.outOfSync())).orElse("–"));
        });
        String rest = all.size() > MOST_PARTITIONS
                ? "<p class=\"faint\">… " + Units.count(all.size() - MOST_PARTITIONS) + " more, in the JSON.</p>\n"
                : "";
        return "<details><summary>" + Units.count(all.size(), "partition") + "</summary>\n" + table.html() + rest
                + "</details>\n";
    }

    private static OptionalLong epoch(Mark mark) {
        OptionalInt epoch = mark.leaderEpoch();
        return epoch.isPresent() ? OptionalLong.of(epoch.getAsInt()) : OptionalLong.empty();
    }

    private static String ids(Optional<Mark> mark) {
        return mark.map(seen -> joined(seen.replicas())).orElse("–");
    }

    private static String joined(List<BrokerId> ids) {
        return ids.stream().map(BrokerId::toString).collect(Collectors.joining(","));
    }

    private static String leader(Optional<Mark> mark) {
        return mark.flatMap(Mark::leader).map(BrokerId::toString).orElse("–");
    }

    private static Object number(Optional<Mark> mark, Function<Mark, OptionalLong> value) {
        OptionalLong number = mark.map(value).orElse(OptionalLong.empty());
        return number.isPresent() ? (Object) number.getAsLong() : "–";
    }

    private String throttles() {
        TreeSet<String> keys = new TreeSet<>();
        evidence.before().ifPresent(marks -> keys.addAll(marks.throttles().keySet()));
        testimony.after().ifPresent(marks -> keys.addAll(marks.throttles().keySet()));
        if (keys.isEmpty()) {
            return testimony.after().isPresent() && evidence.before().isPresent()
                    ? "<p>None was set before, and none is set after.</p>\n"
                    : "<p>Not known.</p>\n";
        }
        HtmlTable table = new HtmlTable("Setting", "Before", "After");
        keys.forEach(key -> table.row(key, setting(evidence.before(), key), setting(testimony.after(), key)));
        return table.html();
    }

    private static String setting(Optional<Marks> marks, String key) {
        return marks.map(seen -> seen.throttles().getOrDefault(key, "not set")).orElse("not known");
    }

    private String holds() {
        HtmlTable table = new HtmlTable("Hold", "Standing");
        evidence.holds().forEach(hold -> table.row(hold.title(), hold.standing()));
        return table.isEmpty() ? "<p>It needed none.</p>\n" : table.html();
    }

    private static String list(List<String> items) {
        return items.stream()
                .map(item -> "<li>" + Html.text(item) + "</li>")
                .collect(Collectors.joining("\n", "<ul>", "</ul>\n"));
    }

    private static String second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String style() {
        try (InputStream style = Objects.requireNonNull(EvidencePage.class.getResourceAsStream("evidence.css"))) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
