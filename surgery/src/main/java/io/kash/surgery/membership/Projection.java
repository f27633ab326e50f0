package io.kash.surgery.membership;

import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.zookeeper.Configuration;
import io.kash.surgery.zookeeper.Member;
import io.kash.surgery.zookeeper.Membership;
import io.kash.surgery.zookeeper.ServerView;
import java.util.List;
import java.util.Optional;

/**
 * The world after a change of members: every server that answers has the new configuration, one version on. A world that
 * was looked at without its ensemble stays as it is.
 */
final class Projection {
    private Projection() {}

    static Snapshot of(Snapshot before, List<Member> after) {
        return before.find(Membership.class)
                .map(membership -> before.with(changed(membership, after)))
                .orElse(before);
    }

    private static Membership changed(Membership membership, List<Member> after) {
        long version = membership.configuration().map(Configuration::version).orElse(0L) + 1;
        Optional<Configuration> changed = Optional.of(new Configuration(version, after));
        List<ServerView> servers = membership.servers().stream()
                .map(view -> view.answered() && view.configuration().isPresent()
                        ? new ServerView(
                                view.client(),
                                view.id(),
                                view.mode(),
                                view.version(),
                                view.settings(),
                                changed,
                                view.syncedVoters(),
                                view.connections(),
                                view.wellSince(),
                                view.likeness(),
                                "")
                        : view)
                .toList();
        return new Membership(servers, membership.mark());
    }
}
