package io.kash.surgery.zookeeper;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * A server as it sees itself and its ensemble, asked at its own client port.
 *
 * @param client the address it was asked at, {@code host:port}
 * @param id its myid, where it says it
 * @param mode {@code leader}, {@code follower}, {@code observer}, {@code standalone}; empty when it did not answer
 * @param version its release; empty when it did not answer
 * @param settings what it runs with: {@code tickTime}, {@code initLimit} and so on, by their names in {@code zoo.cfg}
 * @param configuration who belongs to the ensemble by its own word; empty before 3.5
 * @param syncedVoters voters that follow it in sync, itself left out; only a leader says it
 * @param connections open client connections
 * @param wellSince since when it was seen, at every look, to serve under the leader's configuration; empty when it does
 *     not now
 * @param likeness how its tree compares to the leader's; empty when that was not asked, or not to be had
 * @param problem why it did not answer, or an empty string
 */
public record ServerView(
        String client,
        OptionalInt id,
        String mode,
        String version,
        Map<String, String> settings,
        Optional<Configuration> configuration,
        OptionalInt syncedVoters,
        OptionalInt connections,
        Optional<Instant> wellSince,
        Optional<Likeness> likeness,
        String problem) {
    /** Settings in which servers of one ensemble must not differ: they decide when one gives another up. */
    public static final List<String> SHARED =
            List.of("tickTime", "initLimit", "syncLimit", "minSessionTimeout", "maxSessionTimeout");

    /**
     * The setting that says whether it makes a database of its own where it finds none ({@code zookeeper.db.autocreate} in the
     * ZooKeeper administrator's guide): {@code false} on a server that never elects others that are as empty. Only an
     * AdminServer says it; it is not among the settings where there is none.
     */
    public static final String AUTOCREATE = "db.autocreate";

    public ServerView {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /** One that did not answer. */
    public static ServerView silent(String client, String problem) {
        return new ServerView(
                client,
                OptionalInt.empty(),
                "",
                "",
                Map.of(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                problem);
    }

    public boolean answered() {
        return problem.isEmpty();
    }

    public boolean leads() {
        return mode.equals("leader");
    }

    /**
     * Whether a leader counts this follower among its {@link #syncedVoters}. From 3.5 on it knows its voters by its own list,
     * and one that follows with a longer list is no voter to it (Leader.getNonVotingFollowers); before, all that follow count.
     */
    boolean counts(Member voter) {
        return configuration
                .map(own -> own.members().stream().anyMatch(one -> one.votes() && one.id() == voter.id()))
                .orElse(true);
    }

    /** The same server with one more setting. */
    public ServerView with(String setting, String value) {
        Map<String, String> more = new TreeMap<>(settings);
        more.put(setting, value);
        return new ServerView(
                client,
                id,
                mode,
                version,
                more,
                configuration,
                syncedVoters,
                connections,
                wellSince,
                likeness,
                problem);
    }

    public ServerView wellSince(Optional<Instant> since) {
        return new ServerView(
                client,
                id,
                mode,
                version,
                settings,
                configuration,
                syncedVoters,
                connections,
                since,
                likeness,
                problem);
    }

    public ServerView likeness(Likeness seen) {
        return new ServerView(
                client,
                id,
                mode,
                version,
                settings,
                configuration,
                syncedVoters,
                connections,
                wellSince,
                Optional.of(seen),
                problem);
    }
}
