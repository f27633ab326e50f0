package io.kash.surgery.membership;

import io.kash.surgery.plan.Finding;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Releases of ZooKeeper whose members must not be changed, each with the report that says why. */
final class KnownFaults {
    private static final Pattern RELEASE = Pattern.compile("([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})(-.*)?");

    /** What is wrong from one release on, up to the one before it was mended. */
    private record Fault(String from, String mendedIn, String harm, String report) {
        boolean in(String version) {
            return number(version) >= number(from) && number(version) < number(mendedIn);
        }
    }

    private static final List<Fault> FAULTS = List.of(new Fault(
            "3.9.3",
            "3.9.4",
            "a server that syncs can miss transactions and hand the hole on to others",
            "ZOOKEEPER-4925"));

    /**
     * What is wrong with lists that grow and shrink by rolling restarts. The release notes of 3.4.6, 3.5.9 and 3.6.2 name
     * the reports as mended; 3.7.0 has the change from its beginning.
     */
    private static final List<Fault> IN_SWEEPS = List.of(
            new Fault(
                    "3.4.0",
                    "3.4.6",
                    "a server that is restarted may not find its way back into the ensemble",
                    "ZOOKEEPER-1732"),
            new Fault(
                    "3.5.0",
                    "3.5.9",
                    "a server that joins by a longer list can become a leader that commits nothing, and old addresses"
                            + " live on",
                    "ZOOKEEPER-3829, 3830, 3814, 3842"),
            new Fault(
                    "3.6.0",
                    "3.6.2",
                    "a server that joins by a longer list can become a leader that commits nothing, and old addresses"
                            + " live on",
                    "ZOOKEEPER-3829, 3830, 3814, 3842"));

    private KnownFaults() {}

    /** The same for a change by files and restarts, which has faults of its own. */
    static Optional<Finding> inSweepsOf(String version) {
        return RELEASE.matcher(version).matches()
                ? first(
                                IN_SWEEPS,
                                version,
                                "no list of servers is changed by restarts under a release that breaks by it")
                        .or(() -> of(version))
                : Optional.empty();
    }

    private static Optional<Finding> first(List<Fault> faults, String version, String limit) {
        return faults.stream()
                .filter(fault -> fault.in(version))
                .findFirst()
                .map(fault -> Finding.refusal(
                        "the ensemble runs ZooKeeper " + version + ": " + fault.harm() + " (" + fault.report() + ")",
                        limit,
                        "upgrade to " + fault.mendedIn() + " first, one server at a time, the leader last"));
    }

    /** The first fault of a release that forbids a change of members. */
    static Optional<Finding> of(String version) {
        if (!RELEASE.matcher(version).matches()) {
            return Optional.empty();
        }
        if (version.startsWith("3.5.") && version.contains("-")) {
            return Optional.of(Finding.refusal(
                    "the ensemble runs ZooKeeper " + version,
                    "reconfiguration is not trusted in alpha and beta releases",
                    "upgrade to 3.5.10 or later first, one server at a time, the leader last"));
        }
        return first(FAULTS, version, "no member is changed under a release that is known to lose data by it");
    }

    private static long number(String version) {
        Matcher release = RELEASE.matcher(version);
        if (!release.matches()) {
            throw new IllegalArgumentException("not a release: " + version);
        }
        return (Long.parseLong(release.group(1)) * 1_000 + Long.parseLong(release.group(2))) * 1_000
                + Long.parseLong(release.group(3));
    }
}
