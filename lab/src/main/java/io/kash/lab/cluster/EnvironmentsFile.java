package io.kash.lab.cluster;

import io.kash.lab.LabSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The one thing the product is told about the lab.
 *
 * <pre>
 * environments:
 *   lab:
 *     protection: confirm
 *     kafka:     {bootstrap: "127.60.1.21:9092,127.60.2.21:9092", cluster-id: "nTzS…"}
 *     zookeeper: {connect: "127.60.1.11:2181"}
 *     canary:    kash-canary
 *     fleets:    {old: {ids: [1, 2, 3]}, new: {ids: [11, 12, 13]}}
 *     limits:    {throttle: 40MB/s}
 * </pre>
 *
 * @param zooKeeperConnect empty without ZooKeeper
 * @param newBrokers the ids of the new fleet, whether they have started yet or not
 */
public record EnvironmentsFile(
        LabSpec spec, String bootstrap, String clusterId, String zooKeeperConnect, List<Integer> newBrokers) {
    /** How the product calls the lab. */
    public static final String ENVIRONMENT = "lab";

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
                .append("\", cluster-id: \"")
                .append(clusterId)
                .append("\"}\n");
        if (!zooKeeperConnect.isEmpty()) {
            text.append("    zookeeper: {connect: \"").append(zooKeeperConnect).append("\"}\n");
        }
        if (spec.canary()) {
            text.append("    canary:    ").append(LabSpec.CANARY).append('\n');
        }
        return text.append("    fleets:    {old: {ids: ")
                .append(oldBrokers())
                .append("}, new: {ids: ")
                .append(newBrokers)
                .append("}}\n")
                .append("    limits:    {throttle: ")
                .append(spec.throttle())
                .append("}\n")
                .toString();
    }

    private List<Integer> oldBrokers() {
        return java.util.stream.IntStream.rangeClosed(1, spec.oldBrokers())
                .boxed()
                .collect(Collectors.toList());
    }
}
