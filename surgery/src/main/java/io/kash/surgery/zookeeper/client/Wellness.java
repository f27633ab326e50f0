package io.kash.surgery.zookeeper.client;

import io.kash.surgery.quorum.Steady;
import io.kash.surgery.zookeeper.Configuration;
import io.kash.surgery.zookeeper.ServerView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Remembers since when each server has been well at every look, under one leader and one version of its configuration. */
final class Wellness {
    private static final List<String> SERVING = List.of("leader", "follower", "observer");

    private final Steady steady = new Steady();

    /** The same servers, each with the time since when it has been well. */
    List<ServerView> noted(List<ServerView> servers, Instant now) {
        List<ServerView> leaders = servers.stream().filter(ServerView::leads).toList();
        Optional<ServerView> leader = leaders.size() == 1 ? Optional.of(leaders.get(0)) : Optional.empty();
        Optional<String> under = leader.map(one -> one.client() + " " + version(one));
        return servers.stream()
                .map(server -> {
                    boolean well = leader.isPresent()
                            && SERVING.contains(server.mode())
                            && version(server).equals(version(leader.get()));
                    return server.wellSince(steady.note(server.client(), under.filter(leaderAndVersion -> well), now));
                })
                .toList();
    }

    private static Optional<Long> version(ServerView server) {
        return server.configuration().map(Configuration::version);
    }
}
