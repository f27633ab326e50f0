package io.kash.surgery.kafka.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kash.surgery.kafka.client.BootstrapAddresses.Address;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.problem.ProblemException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BootstrapAddressesTest {
    @Test
    void addressesAreNamesOrNumbers() {
        assertThat(BootstrapAddresses.of(TestEnvironments.of("k1:9092, 10.0.0.1:9093,[::1]:9094", Optional.empty())))
                .containsExactly(new Address("k1", 9092), new Address("10.0.0.1", 9093), new Address("::1", 9094));
    }

    @Test
    void anAddressWithoutAPortIsRefused() {
        Problem problem = refused("k1:9092,k2");

        assertThat(problem.kind()).isEqualTo(Problem.Kind.USAGE);
        assertThat(problem.why()).isEqualTo("'k2' is not host:port");
    }

    @Test
    void consulIsSaidToBeMissing() {
        Problem problem = refused("consul://kafka");

        assertThat(problem.kind()).isEqualTo(Problem.Kind.USAGE);
        assertThat(problem.what()).isEqualTo("'lab' finds its brokers through Consul, which kash cannot do yet");
    }

    private static Problem refused(String bootstrap) {
        return catchThrowableOfType(
                        ProblemException.class,
                        () -> BootstrapAddresses.of(TestEnvironments.of(bootstrap, Optional.empty())))
                .problem();
    }
}
