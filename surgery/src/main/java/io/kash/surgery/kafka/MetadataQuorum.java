package io.kash.surgery.kafka;

import io.kash.surgery.plan.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The quorum of KRaft controllers (KIP-595, KIP-853), as its leader and each of its members tell it. The set of voters is a
 * record of the metadata log: who has the log to its end has the same set.
 *
 * @param clusterId the leader's
 * @param level the finalized {@code kraft.version}: 0 is a static quorum, whose voters stand in every server's
 *     configuration; from 1 on they stand in the log
 * @param release the finalized {@code metadata.version}
 * @param leader its id; empty when nobody leads
 * @param highWatermark the end of what a majority of the voters holds
 * @param controllers voters and observers, brokers that only observe among them, by id
 * @param asked what was said at addresses that were asked for beside the quorum's own, {@code host:port}
 */
public record MetadataQuorum(
        String clusterId,
        int level,
        int release,
        OptionalInt leader,
        long epoch,
        long highWatermark,
        List<ControllerView> controllers,
        SortedMap<String, ControllerWord> asked)
        implements Part {
    public MetadataQuorum {
        controllers = controllers.stream()
                .sorted((one, other) -> one.key().compareTo(other.key()))
                .toList();
        asked = Collections.unmodifiableSortedMap(new TreeMap<>(asked));
    }

    public boolean dynamic() {
        return level > 0;
    }

    public List<ControllerView> voters() {
        return controllers.stream().filter(ControllerView::votes).toList();
    }

    /** Who votes, in the order of their ids. */
    public List<VoterKey> keys() {
        return voters().stream().map(ControllerView::key).toList();
    }

    public Optional<ControllerView> leading() {
        return controllers.stream().filter(ControllerView::leads).findFirst();
    }

    public Optional<ControllerView> replica(VoterKey key) {
        return controllers.stream().filter(one -> one.key().equals(key)).findFirst();
    }

    /** All replicas that say they have this id. */
    public List<ControllerView> named(int id) {
        return controllers.stream().filter(one -> one.id() == id).toList();
    }

    /** What is said at this address; empty when it was not asked for. */
    public Optional<ControllerWord> at(String address) {
        return Optional.ofNullable(asked.get(address));
    }

    /**
     * Why these voters are not a whole quorum: a leader, and everybody in sync with it, following it by their own word. Empty
     * when they are.
     */
    public Optional<String> broken(Collection<VoterKey> voters) {
        if (leading().isEmpty()) {
            return Optional.of("it has no leader");
        }
        List<String> unwell = new ArrayList<>();
        for (VoterKey voter : voters) {
            Optional<String> why = replica(voter).map(this::unwell).orElse(Optional.of("is not there"));
            why.ifPresent(words -> unwell.add("controller " + voter.id() + " " + words));
        }
        return unwell.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", unwell));
    }

    /** Why a replica cannot be counted on; empty when it can. */
    public Optional<String> unwell(ControllerView replica) {
        ControllerWord word = replica.word();
        if (!replica.inSync()) {
            return Optional.of(replica.behind());
        }
        if (!word.answered()) {
            return Optional.of("does not answer"
                    + replica.endpoint().map(at -> " at " + at.address()).orElse("") + ": " + word.problem());
        }
        if (!word.clusterId().equals(clusterId)) {
            return Optional.of("belongs to another cluster: " + word.clusterId());
        }
        if (!word.leader().equals(leader)) {
            return Optional.of(
                    word.leader().isPresent()
                            ? "follows controller " + word.leader().getAsInt() + ", not "
                                    + leader.stream()
                                            .mapToObj(String::valueOf)
                                            .findFirst()
                                            .orElse("anybody")
                            : "knows no leader");
        }
        return Optional.empty();
    }

    /** Whether every one of these has been well at every look for that long. */
    public boolean settled(Collection<VoterKey> replicas, Duration settle, Instant now) {
        return replicas.stream().allMatch(key -> replica(key)
                .flatMap(ControllerView::wellSince)
                .filter(since -> !since.plus(settle).isAfter(now))
                .isPresent());
    }
}
