package io.kash.surgery.zookeeper;

import io.kash.surgery.plan.Part;
import io.kash.surgery.quorum.ConnectString;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Who belongs to the ensemble, in its own words and in those of each of its servers.
 *
 * @param servers those asked, members or not
 * @param mark what stands at {@link MarkEnsemble#PATH}; empty when that was not asked, or there is nothing
 */
public record Membership(List<ServerView> servers, Optional<String> mark) implements Part {
    public Membership {
        servers = List.copyOf(servers);
    }

    public List<ServerView> leaders() {
        return servers.stream().filter(ServerView::leads).toList();
    }

    /** The one leader; empty when there is none, or more than one. */
    public Optional<ServerView> leader() {
        List<ServerView> leaders = leaders();
        return leaders.size() == 1 ? Optional.of(leaders.get(0)) : Optional.empty();
    }

    /** The configuration in force: the one leader's. */
    public Optional<Configuration> configuration() {
        return leader().flatMap(ServerView::configuration);
    }

    public Optional<ServerView> server(String client) {
        return servers.stream().filter(server -> server.client().equals(client)).findFirst();
    }

    /** The server behind a member, found where the configuration says clients find it. */
    public Optional<ServerView> server(Member member) {
        return member.clientAddress().flatMap(this::server);
    }

    /** Where clients reach these members. */
    public static List<String> clients(Collection<Member> members) {
        return members.stream()
                .flatMap(member -> member.clientAddress().stream())
                .toList();
    }

    /** The hosts at which clients reach these members. */
    public static List<String> hosts(Collection<Member> members) {
        return clients(members).stream()
                .map(client -> ConnectString.of(client).servers().get(0).host())
                .toList();
    }

    /**
     * Why these voters are not a whole ensemble: a leader that every one of them follows, in sync, under one
     * configuration. Empty when they are. That is what a change of members wants first, as in etcd's strict
     * reconfiguration check: a member added to an ensemble that limps makes its quorum larger and nothing safer.
     */
    public Optional<String> broken(Collection<Member> voters) {
        if (leaders().size() > 1) {
            return Optional.of("it has " + leaders().size() + " leaders: "
                    + String.join(
                            ", ", leaders().stream().map(ServerView::client).toList()));
        }
        Optional<ServerView> leader = leader();
        if (leader.isEmpty()) {
            return Optional.of("it has no leader");
        }
        List<String> unwell = new ArrayList<>();
        for (Member voter : voters) {
            Optional<ServerView> server = server(voter);
            if (server.isEmpty() || !server.get().answered()) {
                unwell.add("server " + voter.id() + " does not answer"
                        + server.map(view -> " (" + view.problem() + ")").orElse(""));
            } else if (server.get().wellSince().isEmpty()) {
                unwell.add("server " + voter.id() + " has another configuration than the leader");
            }
        }
        if (!unwell.isEmpty()) {
            return Optional.of(String.join("; ", unwell));
        }
        int followers = (int) voters.stream()
                .filter(voter ->
                        !voter.clientAddress().equals(Optional.of(leader.get().client())))
                .filter(voter -> leader.get().counts(voter))
                .count();
        int synced = leader.get().syncedVoters().orElse(followers);
        return synced < followers
                ? Optional.of(synced + " of " + followers + " followers are in sync with the leader")
                : Optional.empty();
    }

    /** Since when every one of these members has been well at every look; empty when one is not. */
    public Optional<Instant> wellSince(Collection<Member> members) {
        Instant since = Instant.MIN;
        for (Member member : members) {
            Optional<Instant> one = server(member).flatMap(ServerView::wellSince);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            since = one.get().isAfter(since) ? one.get() : since;
        }
        return Optional.of(since);
    }

    /** Whether every one of these members has been well for that long. */
    public boolean settled(Collection<Member> members, Duration settle, Instant now) {
        return wellSince(members)
                .filter(since ->
                        since.equals(Instant.MIN) || !since.plus(settle).isAfter(now))
                .isPresent();
    }
}
