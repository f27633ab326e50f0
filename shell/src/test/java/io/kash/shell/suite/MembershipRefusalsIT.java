package io.kash.shell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.lab.Lab;
import io.kash.lab.LabSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * What ZooKeeper itself would do without a word, and the product does not. After each refusal the ensemble has the
 * configuration it had, to the version.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MembershipRefusalsIT {
    private static final int REFUSED = 4;
    private static final int STOPPED = 6;

    @TempDir
    static Path home;

    private Lab lab;
    private LooseServers servers;
    private Product product;
    private SomebodyElse somebodyElse;

    @BeforeAll
    void anEnsembleWithABrokerAndThreeServersMore() {
        lab = Lab.start(LabSpec.bare().withOldBrokers(1).withNewQuorum(3));
        servers = new LooseServers(lab);
        product = new Product(lab.environmentsFile(), "lab", home);
        somebodyElse = new SomebodyElse(lab.zookeeperConnect(), lab.environmentsFile());
    }

    @AfterAll
    void close() {
        somebodyElse.close();
        lab.close();
    }

    /** What a command says that was refused and changed nothing. */
    private String refused(String... words) {
        return refused(product, words);
    }

    private String refused(Product by, String... words) {
        String before = somebodyElse.configuration();
        String[] all = new String[words.length + 2];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "--confirm";
        all[words.length + 1] = "lab";

        Result result = by.run(all);

        assertThat(result.code()).as(result.err()).isEqualTo(REFUSED);
        assertThat(somebodyElse.configuration()).isEqualTo(before);
        return result.err();
    }

    private void restart(int id) {
        servers.stop(id);
        servers.start(id);
    }

    private void restartAsJoiner(int id, int tickMillis) {
        servers.configure(id, servers.joiner(id, id, tickMillis));
        restart(id);
        LooseServers.await("server " + id + " follows", () -> servers.allServe(id));
    }

    @Test
    @Order(1)
    void a_preview_says_what_could_not_be_seen() {
        Result dry = product.run("zk", "join", "4", "--dry-run");

        assertThat(dry.err())
                .contains("Not seen: zookeeper.db.autocreate of 4, which only an AdminServer on port 8080 says.");
    }

    @Test
    @Order(2)
    void a_dead_server_does_not_join() {
        servers.stop(4);

        assertThat(refused("zk", "join", "4"))
                .contains("x " + servers.client(4) + " does not answer: refused the connection\n");
    }

    @Test
    @Order(3)
    void nobody_joins_while_a_voter_that_somebody_added_is_dead() {
        somebodyElse.add("server.4=" + servers.peers(4) + ":participant;" + servers.client(4));

        assertThat(refused("zk", "join", "5"))
                .contains("x the ensemble is not whole: server 4 does not answer (refused the connection)\n");

        somebodyElse.remove("4");
        restartAsJoiner(4, 1_000);
    }

    @Test
    @Order(4)
    void a_server_with_other_timeouts_does_not_join() {
        restartAsJoiner(5, 2_000);

        assertThat(refused("zk", "join", "5"))
                .contains(
                        "x " + servers.client(5) + " has other settings than the leader: tickTime 2000 instead of 1000,"
                                + " minSessionTimeout 4000 instead of 2000, maxSessionTimeout 40000 instead of 20000\n");

        restartAsJoiner(5, 1_000);
    }

    @Test
    @Order(5)
    void a_server_that_leads_an_ensemble_of_its_own_does_not_join() {
        servers.stop(6);
        servers.empty(6);
        servers.configure(6, servers.allAlike(6, true, 6));
        // An election each: the data it comes with is of a later epoch than the ensemble's.
        for (int election = 0; election < 3; election++) {
            restart(6);
            LooseServers.await("it leads", () -> servers.leaders(6).contains(6));
        }

        assertThat(refused("zk", "join", "6")).contains("x the ensemble is split: it has 2 leaders: ");
    }

    @Test
    @Order(6)
    void a_server_with_another_ensembles_data_does_not_join() {
        servers.configure(6, servers.joiner(6, 6, 1_000));
        restart(6);
        LooseServers.await("it is up", () -> servers.listens(6));

        assertThat(refused("zk", "join", "6")).contains("x " + servers.client(6) + " does not answer: ");

        servers.stop(6);
        servers.empty(6);
        restartAsJoiner(6, 1_000);
    }

    @Test
    @Order(7)
    void a_server_at_an_address_that_another_has_does_not_join() throws IOException {
        Path file = home.resolve("same-address.yaml");
        Files.writeString(
                file,
                Files.readString(lab.environmentsFile())
                        .replace(
                                "addressing: {",
                                "addressing: {servers: {4: \""
                                        + servers.client(1).host() + "\"}, "));

        assertThat(refused(new Product(file, "lab", home), "zk", "join", "4"))
                .contains("x " + servers.client(1) + " says it is server 1, not 4\n");
    }

    @Test
    @Order(8)
    void no_fewer_stay_than_can_lose_one_and_never_none() {
        assertThat(refused("zk", "retire", "1")).contains("x 2 voters would stay: 2, 3\n");
        assertThat(refused("zk", "retire", "--from-old", "--floor", "0"))
                .contains("x 0 voters would stay: none\n      limit  at least 1 stays\n")
                .contains("x broker 1: zookeeper.connect is " + lab.zookeeperConnect() + ", and none of those stays\n");
    }

    @Test
    @Order(9)
    void somebody_elses_reconfiguration_stops_a_join_before_its_next_change() {
        Product.Running join = product.start("zk", "join", "4", "5", "--confirm", "lab");
        LooseServers.await(
                "the first is an observer", () -> somebodyElse.configuration().contains("server.4="));
        somebodyElse.add("server.6=" + servers.peers(6) + ":observer;" + servers.client(6));
        String theirs = somebodyElse.configuration();

        Result stopped = join.end();

        assertThat(stopped.code()).as(stopped.err()).isEqualTo(STOPPED);
        assertThat(stopped.err())
                .contains(
                        "\nStopped: the ensemble has servers 1, 2, 3, 4 (observer), 6 (observer); this step expects 1, 2, 3"
                                + " and 4.\n");
        assertThat(somebodyElse.configuration()).isEqualTo(theirs);
        somebodyElse.remove("4,6");
    }

    @Test
    @Order(10)
    void what_the_leader_does_not_allow_stops_a_join_before_anything_is_changed() throws IOException {
        String before = somebodyElse.configuration();
        for (int id = 1; id <= 3; id++) {
            servers.configure(
                    id,
                    Files.readString(lab.configurationOf(LooseServers.name(id)))
                            .replace("reconfigEnabled=true", "reconfigEnabled=false"));
            restart(id);
            LooseServers.await("all members serve", () -> servers.allServe(1, 2, 3));
        }
        // Those that follow as guests may have given it up meanwhile.
        restartAsJoiner(5, 1_000);

        Result stopped = product.run("zk", "join", "5", "--confirm", "lab");

        assertThat(stopped.code()).as(stopped.err()).isEqualTo(STOPPED);
        assertThat(stopped.err()).contains("\nStopped: reconfigEnabled is false on the ensemble's leader.\n");
        assertThat(somebodyElse.configuration()).isEqualTo(before);
    }

    @Test
    @Order(11)
    void a_server_with_an_id_that_another_has_is_heard_by_nobody_and_does_not_join() throws IOException {
        servers.stop(6);
        servers.empty(6);
        Files.writeString(servers.data(6).resolve("myid"), "2\n");
        servers.configure(6, servers.joiner(6, 2, 1_000));
        servers.start(6);

        assertThat(refused("zk", "join", servers.client(6).toString()))
                .contains("x " + servers.client(6) + " does not answer: ");
    }
}
