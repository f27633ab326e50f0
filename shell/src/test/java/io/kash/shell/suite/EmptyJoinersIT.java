package io.kash.shell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.lab.Lab;
import io.kash.lab.LabSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Four empty servers beside an ensemble of three. Prepared as the product has it they wait; started as equals of all others,
 * which is what a list of all seven amounts to, they elect each other, and there are two ensembles with one name.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmptyJoinersIT {
    private static final int[] ALL = {1, 2, 3, 4, 5, 6, 7};
    private static final int[] OLD = {1, 2, 3};
    private static final int[] JOINERS = {4, 5, 6, 7};
    /** Several times what an election takes here. */
    private static final Duration LONG = Duration.ofSeconds(6);

    private static final Pattern LAST_ZXID = Pattern.compile("0x[0-9a-f]+");

    @TempDir
    static Path home;

    private Lab lab;
    private LooseServers servers;
    private Product product;

    @BeforeAll
    void anEnsembleWithABrokerAndFourServersMore() {
        lab = Lab.start(LabSpec.bare().withOldBrokers(1).withNewQuorum(4));
        servers = new LooseServers(lab);
        product = new Product(lab.environmentsFile(), "lab", home);
    }

    @AfterAll
    void close() {
        lab.close();
    }

    /** As most are: nothing was said of reconfiguration. One that has it on is heeded by servers that it does not know. */
    private void anEnsembleWithAListOfItsOwn() {
        servers.stop(OLD);
        for (int id : OLD) {
            servers.configure(id, servers.allAlike(id, true, OLD));
        }
        servers.start(OLD);
        LooseServers.await("the old serve", () -> servers.allServe(OLD));
    }

    private void emptyServersThatListAll() {
        servers.stop(JOINERS);
        servers.empty(JOINERS);
        for (int id : JOINERS) {
            servers.configure(id, servers.allAlike(id, true, ALL));
        }
        servers.start(JOINERS);
        LooseServers.await("two lead", () -> servers.leaders(ALL).size() == 2 && servers.allServe(ALL));
    }

    @Test
    @Order(1)
    void started_as_equals_they_elect_each_other_and_both_halves_take_writes() {
        anEnsembleWithAListOfItsOwn();

        emptyServersThatListAll();

        LooseServers.create(servers.connect(OLD), "/from-the-old", "");
        LooseServers.create(servers.connect(JOINERS), "/from-the-new", "");
        assertThat(LooseServers.read(servers.connect(JOINERS), "/from-the-old")).isEmpty();
        assertThat(LooseServers.read(servers.connect(OLD), "/from-the-new")).isEmpty();
    }

    @Test
    @Order(2)
    void those_that_elected_each_other_are_refused() {
        String theirs = servers.client(servers.leaders(JOINERS).get(0)).toString();

        Result refused = product.run("zk", "join", "--to-new", "--confirm", "lab");

        assertThat(refused.code()).as(refused.err()).isEqualTo(4);
        assertThat(refused.err())
                .contains("Refused, nothing was changed:\n  x the ensemble is split: it has 2 leaders: ")
                .contains(
                        """
                          x %s serves an ensemble of its own (leader)
                              limit  servers that were started together, empty, elect each other; joined to another ensemble their tree and its would both live on
                              lift   stop it, empty its data directory, and start it with the present members in its configuration and -Dzookeeper.db.autocreate=false
                        """
                                .formatted(theirs));
    }

    @Test
    @Order(3)
    void told_of_them_one_by_one_the_ensemble_is_one_again_and_its_servers_hold_different_things() {
        lab.kill("broker-1");
        servers.stop(ALL);
        servers.empty(ALL);
        anEnsembleWithAListOfItsOwn();
        emptyServersThatListAll();
        // As many transactions on either side: so both come to the same number.
        LooseServers.create(servers.connect(OLD), "/from-the-old", "");
        LooseServers.create(servers.connect(JOINERS), "/from-the-new", "");
        List<Integer> leader = servers.leaders(OLD);
        for (int id : OLD) {
            servers.configure(id, servers.allAlike(id, true, ALL));
        }
        List.of(1, 2, 3).stream().filter(id -> !leader.contains(id)).forEach(this::restart);
        leader.forEach(this::restart);
        LooseServers.await(
                "one leads", () -> servers.allServe(ALL) && servers.leaders(ALL).size() == 1);

        Result compared = product.run("zk", "list", "--compare", "/");

        assertThat(compared.code()).as(compared.out() + compared.err()).isEqualTo(1);
        assertThat(compared.err()).contains("servers of one ensemble hold different things");
        List<String> transactions = compared.out()
                .lines()
                .flatMap(line -> LAST_ZXID.matcher(line).results().map(MatchResult::group))
                .toList();
        assertThat(transactions).as("the last of each server").hasSize(7);
        assertThat(transactions.stream().distinct())
                .as("equal, and they prove nothing")
                .hasSize(1);
    }

    private void restart(int id) {
        servers.stop(id);
        servers.start(id);
        LooseServers.await("server " + id + " serves", () -> servers.allServe(id));
    }

    @Test
    @Order(4)
    void prepared_as_the_product_has_it_none_of_them_serves_without_the_ensemble() {
        servers.stop(ALL);
        servers.empty(ALL);
        for (int id : OLD) {
            servers.configure(id, servers.allAlike(id, true, OLD) + "reconfigEnabled=true\n");
        }
        for (int id : JOINERS) {
            servers.configure(id, rendered(id));
        }

        servers.start(JOINERS);

        assertThat(servers.noneServesFor(LONG, JOINERS)).isTrue();

        servers.start(OLD);
        LooseServers.await("with the ensemble they follow", () -> servers.allServe(ALL));
        assertThat(servers.leaders(JOINERS)).isEmpty();
    }

    private String rendered(int id) {
        Result file = product.run(
                "zk",
                "render",
                "zoo.cfg",
                "--list",
                "joint",
                "--server",
                String.valueOf(id),
                "--data-dir",
                servers.data(id).toString());
        assertThat(file.code()).as(file.err()).isZero();
        assertThat(file.out())
                .contains("db.autocreate=false\n")
                .contains("server." + id + "=" + servers.peers(id) + ":observer;" + servers.client(id) + "\n");
        return file.out();
    }
}
