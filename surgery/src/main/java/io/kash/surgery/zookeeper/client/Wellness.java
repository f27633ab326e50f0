package io.kash.surgery.zookeeper.client;

import io.kash.surgery.zookeeper.Configuration;
import io.kash.surgery.zookeeper.ServerView;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers since when each server has been well at every look. A shell that begins to look knows nothing of before: then
 * the time counts anew, which only makes it wait longer.
 */
final class Wellness {
    private static final List<String> SERVING = List.of("leader", "follower", "observer");

    /** @param under the leader and the version of its configuration; when it changes, the time counts anew */
    private record Since(String under, Instant instant) {}

    private final Map<String, Since> since = new HashMap<>();

    /** The same servers, each with the time since when it has been well. */
    synchronized List<ServerView> noted(List<ServerView> servers, Instant now) {
        List<ServerView> leaders = servers.stream().filter(ServerView::leads).toList();
        Optional<ServerView> leader = leaders.size() == 1 ? Optional.of(leaders.get(0)) : Optional.empty();
        String under = leader.map(one -> one.client() + " " + version(one)).orElse("");
        return servers.stream()
                .map(server -> {
                    boolean well = leader.isPresent()
                            && SERVING.contains(server.mode())
                            && version(server).equals(version(leader.get()));
                    return server.wellSince(well ? Optional.of(note(server.client(), under, now)) : forget(server));
                })
                .toList();
    }

    private static Optional<Long> version(ServerView server) {
        return server.configuration().map(Configuration::version);
    }

    private Instant note(String client, String under, Instant now) {
        Since known = since.get(client);
        if (known == null || !known.under().equals(under)) {
            known = new Since(under, now);
            since.put(client, known);
        }
        return known.instant();
    }

    private Optional<Instant> forget(ServerView server) {
        since.remove(server.client());
        return Optional.empty();
    }
}
