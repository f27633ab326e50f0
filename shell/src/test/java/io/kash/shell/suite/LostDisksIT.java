package io.kash.shell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.lab.Lab;
import io.kash.lab.LabSpec;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Why joiners are asked for {@code zookeeper.db.autocreate=false}, and kept so: a majority that comes back with its ids and
 * without its disks. With the setting it is an outage; without it everything is gone, everywhere.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LostDisksIT {
    private static final String PATH = "/orders";
    /** Several times what an election takes here. */
    private static final Duration LONG = Duration.ofSeconds(6);

    private Lab lab;
    private LooseServers servers;

    @BeforeAll
    void anEnsembleWithData() {
        lab = Lab.start(LabSpec.bare().withOldBrokers(0));
        servers = new LooseServers(lab);
        LooseServers.create(lab.zookeeperConnect(), PATH, "all of them");
    }

    @AfterAll
    void close() {
        lab.close();
    }

    private void twoComeBackEmptyBeforeTheThird(boolean autocreate) {
        servers.stop(1, 2, 3);
        servers.empty(2, 3);
        for (int id = 1; id <= 3; id++) {
            servers.configure(id, servers.allAlike(id, autocreate, 1, 2, 3));
        }
        servers.start(2, 3);
    }

    @Test
    @Order(1)
    void without_it_the_empty_ones_elect_each_other_and_the_data_is_gone_everywhere() {
        twoComeBackEmptyBeforeTheThird(true);
        LooseServers.await("two empty servers serve", () -> servers.allServe(2, 3));

        servers.start(1);

        LooseServers.await("the third follows them", () -> servers.role(1).equals(Optional.of("follower")));
        for (int id = 1; id <= 3; id++) {
            assertThat(LooseServers.read(servers.connect(id), PATH))
                    .as("server " + id)
                    .isEmpty();
        }
    }

    @Test
    @Order(2)
    void with_the_setting_nobody_serves_and_nothing_is_lost() {
        LooseServers.create(servers.connect(1, 2, 3), PATH, "all of them");
        twoComeBackEmptyBeforeTheThird(false);
        assertThat(servers.noneServesFor(LONG, 2, 3)).as("two empty servers").isTrue();

        servers.start(1);

        assertThat(servers.noneServesFor(LONG, 1, 2, 3)).as("with the third").isTrue();

        servers.stop(1, 2, 3);
        servers.empty(2);
        servers.copy(1, 2);
        servers.start(1, 2, 3);
        LooseServers.await("all serve", () -> servers.allServe(1, 2, 3));
        for (int id = 1; id <= 3; id++) {
            assertThat(LooseServers.read(servers.connect(id), PATH)).contains("all of them");
        }
    }
}
