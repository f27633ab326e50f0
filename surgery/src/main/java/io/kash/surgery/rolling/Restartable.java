package io.kash.surgery.rolling;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Snapshot;
import java.util.ArrayList;
import java.util.List;

/** Whether there is a program that restarts these brokers, whether they are up, and whether anything would show that it did. */
final class Restartable implements Check {
    private final List<Restart> restarts;
    private final boolean expecting;

    Restartable(List<Restart> restarts, boolean expecting) {
        this.restarts = restarts;
        this.expecting = expecting;
    }

    @Override
    public List<Finding> look(Snapshot snapshot) {
        Cluster cluster = snapshot.part(Cluster.class);
        List<Finding> findings = new ArrayList<>();
        if (restarts.stream().anyMatch(restart -> restart.command().isEmpty())) {
            findings.add(Finding.refusal(
                    "the environment has no hook that restarts a broker",
                    "kash restarts nothing by itself",
                    "name one in the environments file: hooks: {restart: [ssh, \"${host}\", sudo, systemctl, restart,"
                            + " kafka]}"));
        }
        List<BrokerId> down = restarts.stream()
                .map(Restart::broker)
                .filter(broker -> !cluster.alive(broker))
                .toList();
        if (!down.isEmpty()) {
            findings.add(Finding.refusal(
                    Titles.labelled(down) + (down.size() == 1 ? " is" : " are") + " not up",
                    "only what is well is restarted",
                    "start it first, or leave it out"));
        }
        List<BrokerId> dark = restarts.stream()
                .filter(restart -> restart.process().isEmpty() && !expecting)
                .map(Restart::broker)
                .toList();
        if (!dark.isEmpty()) {
            findings.add(Finding.refusal(
                    "nothing would show that " + Titles.labelled(dark) + " has been restarted",
                    "a restart is believed when it is seen",
                    "name a program that tells processes apart, hooks: {started: […]}, or zookeeper.connect of brokers"
                            + " that have an ensemble; or say what will differ: --expect key=value"));
        }
        return findings;
    }
}
