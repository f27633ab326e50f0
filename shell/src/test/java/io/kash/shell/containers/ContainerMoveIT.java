package io.kash.shell.containers;

import io.kash.shell.suite.MoveSuite;
import io.kash.shell.suite.TestCluster;
import java.nio.file.Path;

/** The main job on a network of containers. */
@NeedsContainers
class ContainerMoveIT extends MoveSuite {
    @Override
    protected TestCluster start(Path folder) {
        return ContainerCluster.start(folder);
    }
}
