package io.kash.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FailedStartIT {
    @Test
    void a_broker_that_ends_at_once_fails_the_start_with_its_own_words_and_leaves_nothing(@TempDir Path home) {
        LabSpec spec = LabSpec.bare()
                .withQuorum(1)
                .withOldBrokers(1)
                .withBrokerProperty("num.io.threads", "none")
                .withHome(home);

        assertThatThrownBy(() -> Lab.start(spec))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("broker-1 ended while it was being started")
                .hasMessageContaining("num.io.threads");

        assertThat(home).isDirectoryNotContaining("glob:**{run-*,environments.yaml}");
    }

    @Test
    void one_home_has_one_lab(@TempDir Path home) {
        LabSpec spec = LabSpec.bare().withQuorum(1).withOldBrokers(1).withHome(home);
        try (Lab lab = Lab.start(spec)) {
            assertThatThrownBy(() -> Lab.start(spec))
                    .isInstanceOf(LabException.class)
                    .hasMessageContaining("a lab is already up in " + home);

            assertThat(lab.environmentsFile()).as("the first one's").exists();
        }
    }
}
