package io.kash.surgery.connection;

import io.kash.surgery.plan.Look;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.zookeeper.ContentsLook;
import io.kash.surgery.zookeeper.EnsembleLook;
import io.kash.surgery.zookeeper.InspectionLook;
import io.kash.surgery.zookeeper.NodeDataLook;
import io.kash.surgery.zookeeper.ServerProcessesLook;
import io.kash.surgery.zookeeper.SessionsLook;
import io.kash.surgery.zookeeper.TreeLook;
import java.util.Map;

/** What to add to the environments file for a look that none of the environment's engines answers. */
final class MissingEngines {
    private record Section(String engine, String sample) {}

    private static final Section ZOOKEEPER = new Section("ZooKeeper", "zookeeper: {connect: \"host:2181,host:2181\"}");

    private static final Section STARTED =
            new Section("program that tells processes apart", "hooks: {started: [program, \"${kind}\", \"${id}\"]}");

    private static final Map<Class<? extends Look>, Section> SECTIONS = Map.of(
            ContentsLook.class, ZOOKEEPER,
            EnsembleLook.class, ZOOKEEPER,
            InspectionLook.class, ZOOKEEPER,
            SessionsLook.class, ZOOKEEPER,
            TreeLook.class, ZOOKEEPER,
            NodeDataLook.class, ZOOKEEPER,
            ServerProcessesLook.class, STARTED);

    private MissingEngines() {}

    static Problem problem(String environment, Look look) {
        Section section = SECTIONS.get(look.getClass());
        if (section == null) {
            throw new IllegalStateException(
                    "no engine answers " + look.getClass().getSimpleName());
        }
        return Problem.usage(
                "'" + environment + "' has no " + section.engine(),
                environment,
                "the environments file does not say how to reach it",
                "add to the environment, if it has one: " + section.sample());
    }
}
