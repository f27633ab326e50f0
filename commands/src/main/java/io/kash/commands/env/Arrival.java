package io.kash.commands.env;

import io.kash.commands.session.Session;
import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.verb.Outcome;
import io.kash.commands.view.Units;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.Identity;
import io.kash.surgery.environment.IdentityPins;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.problem.Problem;
import java.util.Optional;

/**
 * What happens on arriving in an environment: the cluster says who it is, that is compared with the one the environment
 * is pinned to, and where there is no pin one is offered.
 *
 * <pre>
 * Connected to lab: cluster Q3x…kA, 6 brokers, controller 3.
 * </pre>
 */
public final class Arrival {
    private final IdentityPins pins;

    public Arrival(IdentityPins pins) {
        this.pins = pins;
    }

    /** @throws io.kash.surgery.problem.ProblemException when the cluster does not answer or is not the one pinned */
    public Outcome greet(Session session, Connection connection) {
        Environment environment = connection.environment();
        Cluster cluster = connection
                .observer()
                .read(Scope.of(new ClusterLook(Selection.none())))
                .part(Cluster.class);
        Optional<String> pinned = pins.pinned(environment);
        Optional<Problem> wrong = Identity.verify(environment, pinned, cluster.id());
        if (wrong.isPresent()) {
            throw wrong.get().asException();
        }
        session.screen()
                .note(Line.of("Connected to ")
                        .plus(environment.name(), Role.STRONG)
                        .plus(": cluster " + cluster.id() + ", "
                                + Units.count(cluster.brokers().size(), "broker") + ", controller "
                                + cluster.controller().map(Object::toString).orElse("none") + "."));
        if (pinned.isEmpty()) {
            offerPin(session, environment, cluster.id());
        }
        return Outcome.DONE;
    }

    private void offerPin(Session session, Environment environment, String clusterId) {
        session.screen()
                .note(Line.of(
                        environment.name() + " is not pinned to a cluster: nothing would be noticed if its addresses"
                                + " led to another one."));
        if (!session.prompter().interactive()) {
            session.screen()
                    .note(Line.of("To pin it, add kafka.cluster-id: " + clusterId + " to the environments file."));
            return;
        }
        boolean yes = session.prompter()
                .ask("Pin it to cluster " + clusterId + "? Type yes to do so: ")
                .filter("yes"::equals)
                .isPresent();
        if (yes) {
            pins.pin(environment, clusterId);
        }
        session.screen().note(Line.of(yes ? "Pinned." : "Not pinned."));
    }
}
