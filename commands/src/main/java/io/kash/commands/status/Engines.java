package io.kash.commands.status;

import io.kash.surgery.environment.Environment;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.DisksLook;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.kafka.Throttles;
import io.kash.surgery.kafka.ThrottlesLook;
import io.kash.surgery.plan.Look;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.zookeeper.Ensemble;
import io.kash.surgery.zookeeper.EnsembleLook;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which looks a status takes, and which of their problems are worth saying. */
final class Engines {
    private Engines() {}

    static List<Look> looks(Environment environment) {
        List<Look> looks = new ArrayList<>(List.of(
                new ClusterLook(Selection.all()), new DisksLook(Selection.all()), new ThrottlesLook(Selection.all())));
        environment.zookeeper().ifPresent(zookeeper -> looks.add(new EnsembleLook()));
        return looks;
    }

    /** One problem an engine: where Kafka's metadata cannot be read, that disks cannot either is no news. */
    static List<Problem> problems(Readings readings) {
        List<Problem> kafka = readings.problem(Cluster.class).map(List::of).orElseGet(() -> Stream.of(
                        Disks.class, Throttles.class)
                .flatMap(part -> readings.problem(part).stream())
                .distinct()
                .toList());
        return Stream.concat(kafka.stream(), readings.problem(Ensemble.class).stream())
                .toList();
    }
}
