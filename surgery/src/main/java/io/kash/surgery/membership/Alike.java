package io.kash.surgery.membership;

import io.kash.surgery.plan.Finding;
import io.kash.surgery.zookeeper.ServerView;
import java.util.ArrayList;
import java.util.List;

/** In what a server that is to join has to be like the leader. */
final class Alike {
    private Alike() {}

    static List<Finding> findings(ServerView view, ServerView leader) {
        List<Finding> findings = new ArrayList<>();
        if (!view.version().equals(leader.version())) {
            findings.add(Finding.refusal(
                    view.client() + " runs ZooKeeper " + view.version() + ", the ensemble " + leader.version(),
                    "one release in an ensemble, but while it is being upgraded",
                    "install " + leader.version() + " there, or upgrade the ensemble first"));
        }
        List<String> differing = new ArrayList<>();
        for (String key : ServerView.SHARED) {
            String here = view.settings().getOrDefault(key, "");
            String there = leader.settings().getOrDefault(key, "");
            if (!here.equals(there)) {
                differing.add(key + " " + (here.isEmpty() ? "unknown" : here) + " instead of " + there);
            }
        }
        if (!differing.isEmpty()) {
            findings.add(Finding.refusal(
                    view.client() + " has other settings than the leader: " + String.join(", ", differing),
                    "servers of one ensemble agree on when one of them is given up",
                    "correct its zoo.cfg and start it again; zk render zoo.cfg --like writes one"));
        }
        return findings;
    }
}
