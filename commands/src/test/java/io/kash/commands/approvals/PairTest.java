package io.kash.commands.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.fake.FakePrompter;
import io.kash.commands.fake.Workplace;
import io.kash.commands.verb.Outcome;
import io.kash.surgery.coordination.Store;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.Environment.Teamwork;
import io.kash.surgery.environment.Protection;
import io.kash.surgery.fake.SampleEnvironment;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.fake.TestTime;
import io.kash.surgery.operation.Event;
import io.kash.surgery.operation.JournalLine;
import io.kash.surgery.pairing.KeyFile;
import io.kash.surgery.pairing.Operator;
import io.kash.surgery.pairing.Presence.Present;
import io.kash.surgery.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two operators at one environment that wants two. What the second does happens while the first one's shell waits. */
class PairTest {
    @TempDir
    Path directory;

    private final SimulatedCluster cluster = Workplace.oldAndNew();
    private Workplace first;
    private final TestTime time = new TestTime();

    @BeforeEach
    void anEnvironmentOfAdaAndBen() throws IOException {
        first = Workplace.in(environment(true), cluster);
    }

    private Store.Session benIsHere() {
        Store.Session lease = first.store().session();
        first.room()
                .presence(first.session().connection())
                .enter(lease, new Present("shell-of-ben", "ben", "ben@bastion (1)", time.instant()));
        return lease;
    }

    private Environment environment(boolean ben) throws IOException {
        Map<String, String> operators =
                ben ? Map.of("ada", publicKey("ada"), "ben", publicKey("ben")) : Map.of("ada", publicKey("ada"));
        return SampleEnvironment.like(Workplace.environment(Protection.PAIR))
                .teamwork(new Teamwork(Optional.empty(), operators, true))
                .done();
    }

    private KeyFile keyFile(String name) {
        return new KeyFile(directory.resolve(name + ".key"));
    }

    private String publicKey(String name) throws IOException {
        return (keyFile(name).read().isPresent()
                        ? keyFile(name).read().orElseThrow()
                        : keyFile(name).make())
                .publicKey()
                .text();
    }

    /** The same environment as seen from another shell. */
    private Workplace at(String name, String... answers) {
        return first.at(time, new Operator(name + "@bastion (1)", "shell-of-" + name, keyFile(name)))
                .with(FakePrompter.answering(answers));
    }

    private String waiting() {
        return first.room()
                .pairing(first.session().connection())
                .waiting()
                .get(0)
                .hash()
                .brief();
    }

    private String hash() {
        return first.hash(Workplace.toNew());
    }

    /** Ada drives; what is given happens once, while her shell waits. */
    private Outcome adaMovesWhile(Workplace ada, Runnable what) {
        time.meanwhile(() -> {
            time.meanwhile(() -> {});
            what.run();
        });
        return ada.run("topics move --to-new");
    }

    @Test
    void the_second_operator_sees_the_plan_approves_it_and_it_runs() {
        String planned = hash();
        assertThat(benIsHere().alive()).isTrue();
        Workplace ada = at("ada");
        Workplace ben = at("ben", "lab");

        Outcome outcome = adaMovesWhile(
                ada, () -> assertThat(ben.run("approve " + planned)).isEqualTo(Outcome.DONE));

        assertThat(outcome).isEqualTo(Outcome.DONE);
        assertThat(ben.notes())
                .startsWith("Plan of ada, ada@bastion (1): topics move --to-new\n")
                .contains("~ move      9 replicas off brokers 1,2,3   114 MiB")
                .contains("Its whole hash: " + ada.operation().hash().hex())
                .contains("Approved: plan " + planned + " of ada. To see it run: ops list, ops watch");
        assertThat(ben.questions())
                .containsExactly("This lets ada change lab. Type the environment's name to approve: ");
        assertThat(ada.notes())
                .contains("It waits for another operator, who types: approve " + planned)
                .contains("Approved by ben.");
        assertThat(ada.questions()).isEmpty();
        assertThat(ada.operation().lines().stream().map(JournalLine::event))
                .anySatisfy(event -> assertThat(event).isInstanceOfSatisfying(Event.Approved.class, approved -> {
                    assertThat(approved.by()).isEqualTo("ben");
                    assertThat(approved.driver()).isEqualTo("ada");
                }));
    }

    @Test
    void a_veto_ends_it_and_nothing_is_changed() {
        Workplace ada = at("ada");

        Outcome outcome =
                adaMovesWhile(ada, () -> assertThat(at("ben").run("veto " + hash() + " not before the backup"))
                        .isEqualTo(Outcome.DONE));

        assertThat(outcome).isEqualTo(Outcome.DECLINED);
        assertThat(ada.notes()).contains("Nothing was changed: ben vetoed it: not before the backup");
        assertThat(cluster.effects()).isEmpty();
        assertThat(ada.operations()).isEmpty();
    }

    @Test
    void nobody_approves_their_own_plan_in_another_shell_either() {
        Problem[] problem = new Problem[1];

        Outcome outcome = adaMovesWhile(at("ada"), () -> {
            problem[0] = at("ada", "lab").problem("approve " + hash());
            at("ben").run("veto " + hash());
        });

        assertThat(problem[0].kind()).isEqualTo(Problem.Kind.NOT_AUTHORISED);
        assertThat(problem[0].what()).isEqualTo("nobody approves their own plan");
        assertThat(outcome).isEqualTo(Outcome.DECLINED);
        assertThat(cluster.effects()).isEmpty();
    }

    @Test
    void a_key_the_environment_does_not_name_approves_nothing() throws IOException {
        keyFile("mallory").make();
        Problem[] problem = new Problem[1];

        adaMovesWhile(at("ada"), () -> {
            problem[0] = at("mallory", "lab").problem("approve " + hash());
            at("ben").run("veto " + hash());
        });

        assertThat(problem[0].what()).isEqualTo("your key is none of this environment's operators");
        assertThat(cluster.effects()).isEmpty();
    }

    @Test
    void without_the_right_word_it_is_not_approved() {
        Workplace ben = at("ben", "yes");

        adaMovesWhile(at("ada"), () -> {
            assertThat(ben.run("approve " + hash())).isEqualTo(Outcome.DECLINED);
            at("ben").run("veto " + hash());
        });

        assertThat(ben.notes()).contains("Not approved: no consent was given. To refuse it: veto " + hash());
    }

    @Test
    void an_approval_dies_with_the_plan_and_is_worth_nothing_the_next_time() {
        String planned = hash();
        assertThat(benIsHere().alive()).isTrue();
        Workplace ada = at("ada");
        adaMovesWhile(ada, () -> at("ben", "lab").run("approve " + planned));
        assertThat(ada.operations()).hasSize(1);

        assertThat(first.room().pairing(first.session().connection()).waiting()).isEmpty();
        Problem gone = at("ben", "lab").problem("approve " + planned);

        assertThat(gone.what()).isEqualTo("no plan " + planned + " waits for an approval");
    }

    @Test
    void a_plan_that_the_cluster_has_outgrown_is_not_approved() {
        String planned = hash();
        Workplace ben = at("ben", "lab");

        Outcome outcome = adaMovesWhile(at("ada"), () -> {
            cluster.withTopic("audit", 1, 1_000, 1, 2, 3);
            assertThat(ben.run("approve " + planned)).isEqualTo(Outcome.STALE);
            at("ben").run("veto " + planned);
        });

        assertThat(ben.notes())
                .contains("Not approved: the cluster asks for another plan by now. ada has to plan anew.");
        assertThat(outcome).isEqualTo(Outcome.DECLINED);
        assertThat(cluster.effects()).isEmpty();
    }

    @Test
    void what_waits_is_listed_with_its_driver() {
        Workplace ben = at("ben");

        adaMovesWhile(at("ada"), () -> {
            ben.run("approvals list");
            at("ben").run("veto " + hash());
        });

        assertThat(ben.data())
                .contains("PLAN  OPERATION             DRIVER  FROM             SINCE                 UNTIL")
                .contains(hash() + "  topics move --to-new  ada     ada@bastion (1)  2026-03-01T14:02:07Z"
                        + "  2026-03-01T14:17:07Z");
    }

    @Test
    void when_the_second_operator_leaves_it_pauses_and_goes_on_when_they_are_back() {
        cluster.copyingFor(3);
        Workplace ada = at("ada");
        Store.Session lease = benIsHere();
        int[] waits = {0};
        int[] effects = {0};
        time.meanwhile(() -> {
            waits[0]++;
            switch (waits[0]) {
                case 1 -> at("ben", "lab").run("approve " + waiting());
                case 6 -> lease.close();
                case 20 -> effects[0] = cluster.effects().size();
                case 29 -> {
                    assertThat(cluster.effects()).as("nothing new while alone").hasSize(effects[0]);
                    assertThat(benIsHere().alive()).isTrue();
                }
                default -> {
                    // Time goes by.
                }
            }
        });

        assertThat(ada.run("topics move --to-new --window 1")).isEqualTo(Outcome.DONE);

        assertThat(ada.operation().lines().stream().map(JournalLine::event))
                .contains(new Event.Paused("ben, who approved it, is not here"), new Event.WentOn("ben is back"));
    }
}
