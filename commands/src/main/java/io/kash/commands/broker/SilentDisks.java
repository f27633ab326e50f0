package io.kash.commands.broker;

import io.kash.commands.view.Answer;
import io.kash.surgery.kafka.Broker;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.plan.Snapshot;
import java.util.List;

/** Says which live brokers did not answer about their disks, so that no sum is read as the whole. */
public final class SilentDisks {
    private SilentDisks() {}

    public static Answer note(Answer answer, Snapshot now) {
        List<BrokerId> silent = now.part(Cluster.class).brokers().values().stream()
                .filter(Broker::alive)
                .map(Broker::id)
                .filter(id -> !now.part(Disks.class).dirs().containsKey(id))
                .toList();
        return silent.isEmpty()
                ? answer
                : answer.note("no answer about disks from broker " + Titles.names(silent) + "; sizes leave them out");
    }
}
