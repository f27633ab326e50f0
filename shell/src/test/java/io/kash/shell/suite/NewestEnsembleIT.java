package io.kash.shell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.lab.LabSpec;

/**
 * The same on ZooKeeper 3.9, which brokers of Kafka 3.9 reach with the client they bring, of 3.8. Its servers have an
 * AdminServer, so that what only that one says is seen.
 */
class NewestEnsembleIT extends EnsembleScenario {
    @Override
    LabSpec spec() {
        return LabSpec.bare().withZooKeeper("3.9.5");
    }

    @Override
    void join() {
        Result joined = product().run("zk", "join", "--to-new", CONFIRM, "lab");

        assertThat(joined.code()).as(joined.err()).isZero();
        assertThat(joined.err())
                .as("each said that an empty disk leaves it without a vote")
                .doesNotContain("autocreate");
    }

    @Override
    void retire() {
        Result retired = product().run("zk", "retire", "--from-old", CONFIRM, "lab");

        assertThat(retired.code()).as(retired.err()).isZero();
    }
}
