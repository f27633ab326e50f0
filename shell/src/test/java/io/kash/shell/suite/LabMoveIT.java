package io.kash.shell.suite;

import java.nio.file.Path;

/** The main job on the lab's processes. */
class LabMoveIT extends MoveSuite {
    @Override
    protected TestCluster start(Path folder) {
        return LabTestCluster.start();
    }
}
