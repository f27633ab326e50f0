package io.kash.surgery.membership;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.BrokerSettings;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.naming.Names;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.quorum.ConnectString;
import io.kash.surgery.quorum.Reach;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Brokers that would be lost with servers that leave, and the list that frees them. A broker reads
 * the list when it starts and never again, and resolves names in it whenever it connects (ZooKeeper Administrator's Guide, "Inconsistent lists of
 * servers"), so what counts is what it runs with.
 *
 * @param brokers those whose running list does not name enough servers that stay
 * @param connect what each of them is to run with: every server that stays, and the chroot it has today
 */
public record Repointing(SortedSet<BrokerId> brokers, String connect) {
    public Repointing {
        brokers = Collections.unmodifiableSortedSet(new TreeSet<>(brokers));
    }

    /**
     * Looks which brokers depend on servers that leave.
     *
     * @param survivors client addresses of the servers that stay
     * @param names what names in brokers' lists stand for
     * @throws io.kash.surgery.problem.ProblemException when a broker does not say what it runs with, goes by a name that
     *     stands for too few of those that stay, or when brokers have different chroots, so that no one list is right for all
     */
    public static Repointing of(List<String> survivors, BrokerSettings settings, Names names) {
        Reach reach = new Reach(names);
        if (!settings.silent().isEmpty()) {
            throw Problem.failed(
                            Titles.labelled(settings.silent()) + " did not say which servers they depend on",
                            BrokerSettings.ZOOKEEPER,
                            "no broker may be left without a server of its list",
                            "look again when they answer")
                    .asException();
        }
        SortedSet<BrokerId> brokers = new TreeSet<>();
        SortedMap<String, List<BrokerId>> chroots = new TreeMap<>();
        settings.values(BrokerSettings.ZOOKEEPER).forEach((connect, running) -> {
            Optional<String> why = reach.dependence(connect, survivors);
            if (why.isPresent()) {
                refuseName(connect, running, why.get(), survivors);
                brokers.addAll(running);
                chroots.computeIfAbsent(ConnectString.of(connect).chroot(), none -> new ArrayList<>())
                        .addAll(running);
            }
        });
        if (chroots.size() > 1) {
            throw Problem.failed(
                            "brokers of this cluster keep their data in different places: "
                                    + chroots.entrySet().stream()
                                            .map(chroot -> Titles.labelled(chroot.getValue()) + " in '"
                                                    + chroot.getKey() + "'")
                                            .collect(Collectors.joining(", ")),
                            BrokerSettings.ZOOKEEPER,
                            "brokers of one cluster have one chroot",
                            "mend zookeeper.connect of those that are wrong, then broker roll")
                    .asException();
        }
        return new Repointing(brokers, list(survivors, chroots.isEmpty() ? "" : chroots.firstKey()));
    }

    /** A restart would not help a broker that goes by a name: what the name stands for has to change. */
    private static void refuseName(String connect, List<BrokerId> brokers, String why, List<String> survivors) {
        if (!Reach.named(List.of(connect)).isEmpty()) {
            throw Problem.failed(
                            Titles.labelled(brokers) + " find the ensemble at " + connect + ", " + why,
                            BrokerSettings.ZOOKEEPER,
                            "they resolve it whenever they connect; a restart would change nothing",
                            "register " + String.join(", ", survivors) + " behind it, with checks that pass")
                    .asException();
        }
    }

    static String list(List<String> servers, String chroot) {
        return String.join(",", servers) + chroot;
    }
}
