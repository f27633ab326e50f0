package io.kash.lab.cluster;

import io.kash.lab.LabSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one thing the product is told about the lab.
 *
 * <pre>
 * environments:
 *   lab:
 *     protection: confirm
 *     kafka:     {bootstrap: "127.60.1.21:9092,127.60.2.21:9092", cluster-id: "nTzS…"}
 *     zookeeper: {connect: "127.60.1.11:2181", auth: "${file:/lab/auth}", settle: 2s,
 *                 addressing: {offset: 11, subnets: {a: 127.60.1.0/24, b: 127.60.2.0/24, c: 127.60.3.0/24}}}
 *     kraft:     {settle: 2s, zones: {a: [101], b: [102]}}
 *     canary:    kash-canary
 *     fleets:    {old: {ids: [1, 2, 3]}, new: {ids: [11, 12, 13]},
 *                 zookeeper-old: {ids: [1, 2, 3]}, zookeeper-new: {ids: [4, 5, 6]}}
 *     limits:    {throttle: 40MB/s}
 *     hooks:     {restart: ["/lab/hook", restart, "${kind}", "${id}"],
 *                 stop: ["/lab/hook", stop, "${kind}", "${id}"],
 *                 started: ["/lab/hook", started, "${kind}", "${id}"]}
 * </pre>
 *
 * @param bootstrap where brokers are, or, in a lab without any, where one would be
 * @param clusterId empty in a lab without brokers
 * @param newBrokers the ids of the new fleet, whether they have started yet or not
 * @param ensemble empty without ZooKeeper
 * @param controllers empty with ZooKeeper
 * @param hook the script that restarts and stops servers
 */
public record EnvironmentsFile(
        LabSpec spec,
        String bootstrap,
        String clusterId,
        List<Integer> newBrokers,
        Optional<Ensemble> ensemble,
        Optional<Controllers> controllers,
        Path hook) {
    /** How the product calls the lab. */
    public static final String ENVIRONMENT = "lab";

    private static final String FURTHER = ",\n                ";

    /**
     * What it says of the ZooKeeper servers.
     *
     * @param connect as brokers are told it
     * @param auth the file that holds who may reconfigure
     * @param addressing how addresses follow from ids, where they do
     * @param old the ids of the members from the start
     * @param joiners the ids of the new servers; none when none were asked for
     */
    public record Ensemble(
            String connect, Path auth, Optional<String> addressing, List<Integer> old, List<Integer> joiners) {
        public Ensemble {
            old = List.copyOf(old);
            joiners = List.copyOf(joiners);
        }

        private String text() {
            return "connect: \"" + connect + "\", auth: \"${file:" + auth + "}\", settle: 2s"
                    + addressing.map(rule -> FURTHER + "addressing: " + rule).orElse("");
        }

        private String fleets() {
            return FURTHER + "zookeeper-old: {ids: " + old + "}"
                    + (joiners.isEmpty() ? "" : ", zookeeper-new: {ids: " + joiners + "}");
        }
    }

    /**
     * What it says of the controllers.
     *
     * @param old the ids of the voters from the start
     * @param joiners the ids of the new controllers; none when none were asked for
     * @param zones the ids of all of them by zone
     */
    public record Controllers(List<Integer> old, List<Integer> joiners, SortedMap<String, List<Integer>> zones) {
        public Controllers {
            old = List.copyOf(old);
            joiners = List.copyOf(joiners);
            zones = Collections.unmodifiableSortedMap(new TreeMap<>(zones));
        }

        private String text() {
            return "settle: 2s, zones: {"
                    + zones.entrySet().stream()
                            .map(zone -> zone.getKey() + ": " + zone.getValue())
                            .collect(Collectors.joining(", "))
                    + "}";
        }

        private String fleets() {
            return FURTHER + "controllers-old: {ids: " + old + "}"
                    + (joiners.isEmpty() ? "" : ", controllers-new: {ids: " + joiners + "}");
        }
    }

    /** Writes it whole: who reads it sees the old one or the new one. */
    public void write(Path file) {
        try {
            Path draft = file.resolveSibling(file.getFileName() + ".draft");
            Files.writeString(draft, text());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        StringBuilder text = new StringBuilder("# Written by the lab; gone when it is.\nenvironments:\n")
                .append("  ")
                .append(ENVIRONMENT)
                .append(":\n")
                .append("    protection: confirm\n")
                .append("    kafka:     {bootstrap: \"")
                .append(bootstrap)
                .append('"')
                .append(clusterId.isEmpty() ? "" : ", cluster-id: \"" + clusterId + "\"")
                .append("}\n");
        ensemble.ifPresent(
                known -> text.append("    zookeeper: {").append(known.text()).append("}\n"));
        controllers.ifPresent(
                known -> text.append("    kraft:     {").append(known.text()).append("}\n"));
        if (spec.canary()) {
            text.append("    canary:    ").append(LabSpec.CANARY).append('\n');
        }
        return text.append("    fleets:    {")
                .append(fleets())
                .append("}\n")
                .append("    limits:    {throttle: ")
                .append(spec.throttle())
                .append("}\n")
                .append("    hooks:     {")
                .append(Stream.of("restart", "stop", "started").map(this::words).collect(Collectors.joining(FURTHER)))
                .append("}\n")
                .toString();
    }

    private String fleets() {
        // A fleet without ids is a mistake in the file.
        String old = spec.oldBrokers() == 0 ? "" : "old: {ids: " + oldBrokers() + "}, ";
        return old + "new: {ids: " + newBrokers + "}"
                + ensemble.map(Ensemble::fleets).orElse("")
                + controllers.map(Controllers::fleets).orElse("");
    }

    private String words(String verb) {
        return verb + ": [\"" + hook + "\", " + verb + ", \"${kind}\", \"${id}\"]";
    }

    private List<Integer> oldBrokers() {
        return java.util.stream.IntStream.rangeClosed(1, spec.oldBrokers())
                .boxed()
                .collect(Collectors.toList());
    }
}
