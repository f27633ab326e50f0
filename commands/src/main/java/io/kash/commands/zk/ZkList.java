package io.kash.commands.zk;

import io.kash.commands.session.Session;
import io.kash.commands.verb.Words;
import io.kash.commands.view.Answer;
import io.kash.commands.view.ReadVerb;
import io.kash.commands.view.Rows;
import io.kash.completions.signature.Signature;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.zookeeper.Ensemble;
import io.kash.surgery.zookeeper.EnsembleLook;
import java.util.List;
import java.util.Optional;

/** The servers of the ensemble, each as it describes itself. */
public final class ZkList extends ReadVerb {
    public ZkList(Session session) {
        super(
                Signature.of("zk list", "ZooKeeper", "List the servers of the ensemble, each asked itself")
                        .example("zk list"),
                session);
    }

    @Override
    protected Answer answer(Words words) {
        Environment environment = session().connection().environment();
        if (environment.zookeeper().isEmpty()) {
            throw Problem.usage(
                            "the environment has no ZooKeeper",
                            environment.name(),
                            "its entry in the environments file does not name one",
                            "env show")
                    .asException();
        }
        Snapshot now = observe(new EnsembleLook());
        Ensemble ensemble = now.part(Ensemble.class);
        return new Answer(
                "zk-list/1",
                Optional.of(now.observedAt()),
                List.of(Rows.of("servers", ServerTable.TABLE, ensemble.servers(), "the ensemble has no server")),
                List.of(),
                EnsembleState.problem(ensemble, environment.name()).stream().toList());
    }
}
