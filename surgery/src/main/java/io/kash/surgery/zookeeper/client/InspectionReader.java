package io.kash.surgery.zookeeper.client;

import io.kash.surgery.operation.PartReader;
import io.kash.surgery.zookeeper.Inspected;
import io.kash.surgery.zookeeper.Inspection;
import io.kash.surgery.zookeeper.InspectionLook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Asks who belongs to the ensemble and then every server itself. Never fails as a whole: a server that does not answer is
 * in the part, with the reason.
 */
final class InspectionReader implements PartReader<InspectionLook> {
    /** Three words at a server that is slow, and a web server that is not there. */
    private static final Duration VISITS_TAKE = Duration.ofSeconds(8);

    private final Roll roll;
    private final Together together;
    private final AdminServer admin;

    InspectionReader(Roll roll, Executor executor, AdminServer admin) {
        this.roll = roll;
        this.together = new Together(executor, VISITS_TAKE);
        this.admin = admin;
    }

    @Override
    public Class<InspectionLook> answers() {
        return InspectionLook.class;
    }

    @Override
    public Inspection read(InspectionLook look) {
        Visits visits = roll.call();
        List<Inspected> servers = new ArrayList<>(together.ask(
                visits.servers(),
                visit -> new ServerInspection(visit, admin).inspect(),
                (visit, why) -> Inspected.of(ServerAnswers.silent(visit.address(), visit.id(), why))));
        visits.unknown().forEach(server -> servers.add(Inspected.of(server)));
        servers.sort(
                Comparator.comparingInt((Inspected one) -> one.server().id().orElse(Integer.MAX_VALUE))
                        .thenComparing(one -> one.server().address()));
        return new Inspection(servers);
    }
}
