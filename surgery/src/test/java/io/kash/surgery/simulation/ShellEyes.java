package io.kash.surgery.simulation;

import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.DisksLook;
import io.kash.surgery.kafka.ThrottlesLook;
import io.kash.surgery.operation.Observer;
import io.kash.surgery.plan.Look;
import io.kash.surgery.plan.Part;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** What one shell sees: the truth, the truth of a moment ago, or nothing. */
final class ShellEyes implements Observer {
    private final Shell shell;
    private final Simulation simulation;

    ShellEyes(Shell shell) {
        this.shell = shell;
        this.simulation = shell.simulation;
    }

    @Override
    public Snapshot read(Scope scope) {
        shell.call("look", 40);
        if (simulation.chance(simulation.faults().lookFails())) {
            simulation.sleep(simulation.between(500, 6_000));
            throw new Problem(
                            Problem.Kind.TIMED_OUT, "cannot read the brokers and topics", "cluster-1", "no answer", "")
                    .asException();
        }
        boolean stale = simulation.chance(simulation.faults().lookStale());
        List<Part> parts = new ArrayList<>();
        for (Look look : scope.looks()) {
            if (look instanceof ClusterLook) {
                parts.add(
                        stale
                                ? simulation.world().cluster(simulation.clusterBefore())
                                : simulation.world().cluster());
            } else if (look instanceof DisksLook) {
                parts.add(simulation.world().disks());
            } else if (look instanceof ThrottlesLook) {
                parts.add(simulation.world().throttles(simulation.now()));
            } else {
                throw new IllegalArgumentException("not simulated: " + look);
            }
        }
        shell.lookedAtMillis = stale ? simulation.clusterBeforeAtMillis() : simulation.now();
        return Snapshot.of(shell.clock().instant(), parts);
    }
}
