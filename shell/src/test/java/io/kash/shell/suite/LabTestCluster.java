package io.kash.shell.suite;

import io.kash.lab.Lab;
import io.kash.lab.LabSpec;
import java.nio.file.Path;
import java.util.List;

/** The suite's cluster as processes on this machine. */
record LabTestCluster(Lab lab) implements TestCluster {
    static LabTestCluster start() {
        return new LabTestCluster(
                Lab.start(LabSpec.bare().withTopics(SuiteTopics.ALL).withNewBrokers(3)));
    }

    @Override
    public Path environmentsFile() {
        return lab.environmentsFile();
    }

    @Override
    public String environment() {
        return "lab";
    }

    @Override
    public String bootstrap() {
        return lab.bootstrap();
    }

    @Override
    public List<Integer> oldIds() {
        return List.of(1, 2, 3);
    }

    @Override
    public List<Integer> newIds() {
        return List.of(11, 12, 13);
    }

    @Override
    public void close() {
        lab.close();
    }
}
