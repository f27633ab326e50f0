package io.kash.surgery.membership;

import io.kash.surgery.plan.Finding;
import io.kash.surgery.zookeeper.Configuration;
import io.kash.surgery.zookeeper.Member;
import io.kash.surgery.zookeeper.Membership;
import io.kash.surgery.zookeeper.ServerView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Whether an ensemble is fit for a change of its members at all. */
final class Fitness {
    private static final String WHOLE =
            "members are changed only while every voter that stays follows one leader, in sync";

    private Fitness() {}

    /**
     * Everything that forbids a change.
     *
     * @param staying voters that are to be well
     */
    static List<Finding> findings(Membership membership, Collection<Member> staying) {
        List<Finding> findings = new ArrayList<>();
        membership.broken(staying).ifPresent(why -> findings.add(unfit(membership, why)));
        Optional<ServerView> leader = membership.leader();
        leader.map(ServerView::version).flatMap(KnownFaults::of).ifPresent(findings::add);
        Optional<Configuration> configuration = membership.configuration();
        if (leader.isPresent() && configuration.isEmpty()) {
            findings.add(Finding.refusal(
                    "the ensemble's leader, " + leader.get().client() + " (ZooKeeper "
                            + leader.get().version() + "), does not say who belongs to it",
                    "members are changed by a reconfiguration, which servers know from 3.5 on",
                    "allow the word 'conf' in 4lw.commands.whitelist; an older ensemble changes its members with"
                            + " rendered files and a rolling restart"));
        } else if (configuration.filter(seen -> seen.version() == 0).isPresent()) {
            findings.add(Finding.refusal(
                    "the ensemble's configuration is static: reconfiguration is off",
                    "members are changed by a reconfiguration",
                    "set reconfigEnabled=true on every server, with a rolling restart, the leader last"));
        }
        return findings;
    }

    static Finding unfit(Membership membership, String why) {
        return membership.leaders().size() > 1
                ? Finding.refusal(
                        "the ensemble is split: " + why,
                        "one ensemble, one leader",
                        "change nothing; stop the servers that were started last, and compare the trees of the rest")
                : Finding.refusal(
                        "the ensemble is not whole: " + why, WHOLE, "zk list shows its servers; mend that first");
    }
}
