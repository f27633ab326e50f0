package io.kash.commands.change;

import io.kash.commands.evidence.EvidenceRoom;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.environment.Identity;
import io.kash.surgery.environment.IdentityPins;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.operation.Operations;
import io.kash.surgery.operation.Repertoire;
import io.kash.surgery.operation.Runner;
import io.kash.surgery.operation.Ticker;
import io.kash.surgery.pairing.Operator;
import io.kash.surgery.pairing.Pairing;
import io.kash.surgery.pairing.Presence;
import io.kash.surgery.pairing.Roster;
import io.kash.surgery.plan.Json;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.problem.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What every change is made with.
 *
 * @param self who is in front of this shell
 * @param nanoTime a clock that only goes forward
 * @param evidence where what operations prove is gathered
 */
public record OperatingRoom(
        Repertoire repertoire,
        Json json,
        IdentityPins pins,
        Clock clock,
        LongSupplier nanoTime,
        Ticker ticker,
        Operator self,
        EvidenceRoom evidence) {

    /** Who is in front of this shell, as others will read it: user, host and process. */
    public String operator() {
        return self.from();
    }

    /** Plans that wait for a second operator in this environment. */
    public Pairing pairing(Connection connection) {
        return new Pairing(connection.store(), json, roster(connection));
    }

    public Roster roster(Connection connection) {
        return Roster.of(connection.environment().teamwork().operators());
    }

    public Presence presence(Connection connection) {
        return new Presence(connection.store(), json);
    }

    public Operations operations(Connection connection) {
        return new Operations(connection.store(), json, clock);
    }

    /**
     * The operations of the cluster this environment is pinned to, oldest first. A name may have stood for another
     * cluster before; what was done there is not this one's.
     */
    public List<Operation> operationsHere(Connection connection) {
        Optional<String> pinned = pins.pinned(connection.environment());
        return operations(connection).list().stream()
                .filter(operation -> pinned.isEmpty()
                        || pinned.get().equals(operation.plan().target().clusterId()))
                .toList();
    }

    /** @throws io.kash.surgery.problem.ProblemException when the cluster seen is not the one pinned */
    void verify(Connection connection, String seenClusterId) {
        Identity.verify(connection.environment(), pins.pinned(connection.environment()), seenClusterId)
                .ifPresent(problem -> {
                    throw problem.asException();
                });
    }

    /** @throws io.kash.surgery.problem.ProblemException when a plan was made for another cluster than the one seen */
    void verify(Plan plan, String seenClusterId) {
        if (!plan.target().clusterId().equals(seenClusterId)) {
            throw new Problem(
                            Problem.Kind.REFUSED,
                            "this plan was made for another cluster",
                            plan.target().environment(),
                            "it was made for cluster id " + plan.target().clusterId() + ", seen is " + seenClusterId,
                            "correct kafka.bootstrap, or plan anew")
                    .asException();
        }
    }

    Runner runner(Connection connection) {
        return new Runner(repertoire, json, connection.observer(), connection.hands(), ticker, clock);
    }
}
