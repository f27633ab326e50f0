package io.kash.surgery.membership;

import io.kash.surgery.membership.Sweep.Way;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.zookeeper.Member;
import io.kash.surgery.zookeeper.Membership;
import io.kash.surgery.zookeeper.ServerProcess;
import io.kash.surgery.zookeeper.ServerProcesses;
import io.kash.surgery.zookeeper.ServerView;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** The world after a sweep: every server that belongs to it has the new list, and one that left is stopped. */
final class SweepProjection {
    private SweepProjection() {}

    static Snapshot of(Sweep sweep, Snapshot before) {
        Optional<Membership> membership = before.find(Membership.class);
        Optional<ServerProcesses> processes = before.find(ServerProcesses.class);
        if (membership.isEmpty() || processes.isEmpty()) {
            return before;
        }
        SortedMap<Integer, ServerProcess> byId = new TreeMap<>(processes.get().byId());
        sweep.after()
                .forEach(member -> byId.computeIfPresent(
                        member.id(), (id, old) -> ServerProcess.of("after " + old.word() + "\n" + sweep.input())));
        if (sweep.way() == Way.RETIRE) {
            byId.remove(sweep.server().id());
        }
        List<ServerView> servers = membership.get().servers().stream()
                .map(view -> changed(sweep, view))
                .toList();
        return before.with(new Membership(servers, membership.get().mark())).with(new ServerProcesses(byId));
    }

    private static ServerView changed(Sweep sweep, ServerView view) {
        boolean touched = sweep.server().clientAddress().equals(Optional.of(view.client()));
        if (touched && sweep.way() == Way.RETIRE) {
            return ServerView.silent(view.client(), "stopped");
        }
        int followers = (int) sweep.after().stream().filter(Member::votes).count() - 1;
        return new ServerView(
                view.client(),
                view.id(),
                touched ? "follower" : view.mode(),
                view.version(),
                view.settings(),
                view.configuration(),
                view.leads() ? OptionalInt.of(followers) : view.syncedVoters(),
                view.connections(),
                view.wellSince(),
                view.likeness(),
                view.problem());
    }
}
