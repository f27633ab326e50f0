package io.kash.surgery.check;

import io.kash.surgery.kafka.Titles;
import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.zookeeper.Ensemble;
import io.kash.surgery.zookeeper.Ensemble.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** How many voters may still fail before there is no quorum, and whether their number makes sense. */
public final class QuorumSpare implements Check {
    @Override
    public List<Finding> look(Snapshot snapshot) {
        List<Server> voters = snapshot.part(Ensemble.class).servers().stream()
                .filter(server -> !server.mode().equals("observer"))
                .toList();
        List<String> silent = voters.stream()
                .filter(Predicate.not(Server::answered))
                .map(server -> server.address() + " (" + server.problem() + ")")
                .toList();
        int quorum = voters.size() / 2 + 1;
        int alive = voters.size() - silent.size();
        List<Finding> findings = new ArrayList<>();
        if (!silent.isEmpty() && alive <= quorum) {
            findings.add((alive < quorum ? severe(alive, voters.size(), silent) : thin(alive, voters.size(), silent)));
        } else if (!silent.isEmpty()) {
            findings.add(Finding.warning(
                    Titles.count(silent.size(), "ZooKeeper server") + " not answering: " + Titles.names(silent),
                    "every server of the ensemble answers",
                    "start it with the disk it had, or take it out of the ensemble"));
        }
        if (voters.size() > 1 && voters.size() % 2 == 0) {
            findings.add(Finding.warning(
                    "an even number of ZooKeeper voters: " + voters.size(),
                    "an odd number: one more voter bears no more failures than one fewer",
                    "add a voter or take one out"));
        }
        return findings;
    }

    private static Finding severe(int alive, int voters, List<String> silent) {
        return Finding.refusal(
                alive + " of " + voters + " ZooKeeper voters answer; silent: " + Titles.names(silent),
                "more than half of the voters, else there is no quorum",
                "start them with the disks they had; never with empty ones under the same ids");
    }

    private static Finding thin(int alive, int voters, List<String> silent) {
        return Finding.warning(
                alive + " of " + voters + " ZooKeeper voters answer, and none may fail; silent: "
                        + Titles.names(silent),
                "one voter more than a quorum, so that one may fail",
                "start it with the disk it had before anything else is done to the ensemble");
    }
}
