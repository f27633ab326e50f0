package io.kash.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.lab.cluster.FourLetterWord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ensembles of other releases than the brokers' own. */
final class OldZooKeeperIT {
    @ParameterizedTest
    @ValueSource(strings = {"3.4.14", "3.5.10", "3.9.5"})
    void an_ensemble_is_of_the_release_asked_for_and_new_servers_listen_to_it(String release) {
        try (Lab lab =
                Lab.start(LabSpec.bare().withOldBrokers(0).withNewQuorum(1).withZooKeeper(release))) {
            for (NodeState state : lab.nodes()) {
                assertThat(FourLetterWord.ask(state.node().endpoint(), "srvr").orElse(""))
                        .as(state.node().name())
                        .startsWith("Zookeeper version: " + release + "-");
            }
            assertThat(lab.nodes())
                    .filteredOn(state -> state.node().kind() == Node.Kind.NEW_ZOOKEEPER)
                    // From 3.5 on one that is no member follows without a vote, whatever it calls itself.
                    .allSatisfy(
                            state -> assertThat(FourLetterWord.role(state.node().endpoint()))
                                    .contains(release.startsWith("3.4.") ? "observer" : "follower"));
        }
    }

    @Test
    void todays_brokers_run_on_an_ensemble_of_3_4() {
        try (Lab lab = Lab.start(SmallLab.withTraffic().withZooKeeper("3.4.14"))) {
            assertThat(lab.traffic().finish().lost()).isZero();
        }
    }
}
