package io.kash.commands.zk;

import io.kash.commands.session.Session;
import io.kash.commands.verb.Words;
import io.kash.commands.view.Answer;
import io.kash.commands.view.ReadVerb;
import io.kash.commands.view.Rows;
import io.kash.completions.signature.Signature;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.zookeeper.Inspection;
import io.kash.surgery.zookeeper.InspectionLook;
import java.util.List;
import java.util.Optional;

/** The servers of the ensemble, each as it describes itself. */
public final class ZkList extends ReadVerb {
    public ZkList(Session session) {
        super(
                Signature.of("zk list", "ZooKeeper", "List the servers of the ensemble, each asked itself")
                        .details(
                                "ANSWERS are the four-letter words a server allows, 'words' for all that are asked, and"
                                        + " 'admin' where it has an AdminServer on port 8080. SYNCED are followers in sync with the"
                                        + " leader. CONFIG is where its list of peers comes from: its own file (static), or the"
                                        + " ensemble (dynamic).")
                        .example("zk list"),
                session);
    }

    @Override
    protected Answer answer(Words words) {
        Environment environment = Needed.ensemble(session());
        Snapshot now = observe(new InspectionLook());
        Inspection seen = now.part(Inspection.class);
        return new Answer(
                "zk-list/2",
                Optional.of(now.observedAt()),
                List.of(Rows.of("servers", InspectedTable.TABLE, seen.servers(), "the ensemble has no server")),
                NamedMembers.notes(seen.servers()),
                EnsembleState.problem(seen.ensemble(), environment.name()).stream()
                        .toList());
    }
}
